// From bytes of UTF-8, which the services count, to units of JavaScript's strings.

/** The places in a text of byte offsets that are given in order. */
export function places(text, bytes) {
  const found = new Array(bytes.length);
  let unit = 0;
  let byte = 0;
  for (let at = 0; at < bytes.length; at++) {
    while (byte < bytes[at] && unit < text.length) {
      const code = text.charCodeAt(unit);
      if (code < 0x80) byte += 1;
      else if (code < 0x800) byte += 2;
      else if (code >= 0xd800 && code < 0xdc00 && unit + 1 < text.length) {
        byte += 4;
        unit += 1;
      } else byte += 3;
      unit += 1;
    }
    found[at] = unit;
  }
  return found;
}

/** Gives each of some objects with `start` and `end` in bytes a `from` and `to` in the text. */
export function locate(text, objects) {
  const ends = objects.flatMap((object) => [object.start, object.end]).sort((a, b) => a - b);
  const found = places(text, ends);
  const by = new Map(ends.map((byte, at) => [byte, found[at]]));
  for (const object of objects) {
    object.from = by.get(object.start);
    object.to = by.get(object.end);
  }
  return objects;
}

/** Where two texts differ: the length of what both begin with, and of what both end with. */
export function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { start, end };
}

/** How often a text stands in another one. */
export function occurrences(text, part) {
  let found = 0;
  for (let at = text.indexOf(part); part && at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}
