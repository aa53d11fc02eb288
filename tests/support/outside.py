"""A bundle as programs see it that know nothing of acordo: unpacked, a BagIt bag, and JSON in the form of RFC 8785.

Arguments: the ZIP, and an empty folder. Prints how many texts were compared.
"""

import base64
import json
import os
import sys
import zipfile

import bagit
import rfc8785


def same(place, data):
    """The canonical form of what the bytes say is the bytes."""
    made = rfc8785.dumps(json.loads(data))
    if made != data:
        sys.exit(f"{place}: {data[:200]!r} is not {made[:200]!r}")
    return 1


def compared(place, data):
    if place.endswith(".json"):
        return same(place, data)
    if not place.endswith(".jsonl"):
        return 0
    count = 0
    for number, line in enumerate(data.splitlines(), 1):
        here = f"{place}:{number}"
        count += same(here, line)
        line = json.loads(line)
        count += same(f"{here} header", base64.b64decode(line["header"], validate=True))
        for name, part in line["parts"].items():
            count += same(f"{here} {name}", base64.b64decode(part["bytes"], validate=True))
    return count


def main():
    archive, folder = sys.argv[1:]
    with zipfile.ZipFile(archive) as bundle:
        if bundle.testzip() is not None:
            sys.exit("the ZIP is damaged")
        bundle.extractall(folder)
        names = bundle.namelist()
    (top,) = {name.split("/")[0] for name in names}
    bag = bagit.Bag(os.path.join(folder, top))
    bag.validate()
    payload = set(bag.payload_files())
    listed = {name.split("/", 1)[1] for name in names}
    if payload != {name for name in listed if name.startswith("data/")}:
        sys.exit("the bag has other files than the ZIP")
    count = 0
    for name in sorted(listed):
        with open(os.path.join(folder, top, name), "rb") as file:
            count += compared(name, file.read())
    # One flipped bit in whichever file is noticed by the bag too.
    for name in sorted(listed - {"tagmanifest-sha256.txt", "bundle.txt"}):
        path = os.path.join(folder, top, name)
        with open(path, "rb") as file:
            good = file.read()
        with open(path, "wb") as file:
            file.write(bytes([good[0] ^ 1]) + good[1:])
        try:
            bagit.Bag(os.path.join(folder, top)).validate()
        except (bagit.BagError, UnicodeError, ValueError):
            pass
        else:
            sys.exit(f"{name}: a flipped bit was not noticed")
        with open(path, "wb") as file:
            file.write(good)
    print(count)


main()
