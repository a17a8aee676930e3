"""The files of the glossary: which of them the registries write."""

from pathlib import Path

GLOSSARIES = Path(__file__).resolve().parent.parent
WRITTEN = ("world-cities", "subdivisions", "countries", "currencies")
FURTHER = ("registry-places", "registry-spellings", "weights")
# Kept by hand, without names.
COUNTRIES = "countries-of-places"


def kept_by_hand():
    """The paths of the files that people write."""
    return [path for path in sorted(GLOSSARIES.glob("*.csv")) if path.stem not in (*WRITTEN, *FURTHER, COUNTRIES)]
