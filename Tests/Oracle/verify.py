#!/usr/bin/env python3
"""The oracle: a second, independent verifier of Daftar ledgers.

A literal, slow reading of DESIGN.md (sections 4.1-4.9 and 5): one Python file that needs nothing but
`cryptography`. It shares no code with the Swift program, remembers nothing (step 12 is left out) and writes
nothing to disk. Docstrings cite the section they read; "stricter:" marks a reading chosen where the design
leaves room.

    verify.py DIR [--trust KEYSDIR] [--json]

    0 intact   1 could not run   3 not intact   4 consistent, but nobody vouches   5 needs a newer verifier

The file goes from small things to large ones:

    bytes · JSON · Ed25519 · keys and notes · policy and anchors · checkpoint · tree · files
    statement and entry · rights · Verification (the steps of section 5, in order) · main
"""

import argparse
import base64
import datetime
import hashlib
import json
import os
import re
import sys
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MAX_NUMBER = 2**53 - 1            # 4: sizes and JSON integers
MAX_CHECKPOINT = 64 * 1024        # 4: checkpoint, policy
MAX_ENTRY = 65535                 # 4: an entry; fits the uint16 in front of it
MAX_SIGNATURES = 16               # 4: of one entry
MAX_DIGESTS = 1024                # 4: of one entry
MAX_CONTENT_LINE = 1024 * 1024    # 4: without its newline (stricter would be with it)
TILE = 256                        # 4.5: hashes a tile, entries a bundle and a content file

CONTENT_TYPES = ("event", "correction", "retraction", "remark")
CONTROL_TYPES = ("charter", "grant", "revoke", "withdrawal", "release", "amendment")
STRUCTURAL = {"type", "of", "to", "by", "seen", "withheld", "digests", "_sd", "_sd_alg", "..."}   # 4.3
MARKS = {"_sd", "...", "_sd_alg"}                                                                 # 4.3: nowhere else


class Refused(ValueError):
    """These bytes are not what the design allows: becomes a finding."""


class Newer(Exception):
    """4.2: a header of a higher version: nothing here can be judged by this verifier."""


class CouldNotRun(Exception):
    """7: I/O, or trust anchors that cannot be used: exit 1, not a verdict."""


# ---------------------------------------------------------------------------------------------- bytes (4)

def sha256(data):
    return hashlib.sha256(data).digest()


def b64(data):
    """4: the standard alphabet, padded."""
    return base64.b64encode(data).decode("ascii")


def unb64(text, length=None):
    """4: parse, write back, accept only the same: no padding bits, no stray characters."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Refused(f"not base64: {error}")
    if b64(data) != text:
        raise Refused("base64 that is not canonical")
    if length is not None and len(data) != length:
        raise Refused(f"{len(data)} bytes of base64 where {length} belong")
    return data


def is_hash(value):
    """A digest, statement hash or root as JSON holds it: base64 of 32 bytes."""
    try:
        return isinstance(value, str) and len(unb64(value, 32)) == 32
    except Refused:
        return False


def number(text):
    """A decimal without leading zeroes, at most 2^53-1."""
    if not re.fullmatch(r"0|[1-9][0-9]{0,15}", text) or int(text) > MAX_NUMBER:
        raise Refused(f"not a number: {text[:40]!r}")
    return int(text)


def ascending(texts):
    """4: strictly ascending, by the bytes of the (ASCII) text."""
    return all(a.encode() < b.encode() for a, b in zip(texts, texts[1:]))


def is_origin(text):
    """4: 1-255 of ASCII 0x21-0x7E without `+`, not beginning `daftar/` or `cosignature/`."""
    return bool(re.fullmatch(r"[\x21-\x2a\x2c-\x7e]{1,255}", text)) \
        and not text.startswith(("daftar/", "cosignature/"))


# ----------------------------------------------------------------------------------------------- JSON (4)

KEY = re.compile(r"[A-Za-z0-9_.-]{1,64}")
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f"
    "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "]")


def canonical(value):
    """RFC 8785 for the values we allow: keys are ASCII, so sorting by code point is sorting by UTF-16."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8")


def check_json(value, levels):
    """4: the limits on JSON; `levels` is how many nested objects and arrays may still begin here."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        if abs(value) > MAX_NUMBER:
            raise Refused("an integer beyond 2^53-1")
    elif isinstance(value, str):
        if FORBIDDEN.search(value):
            raise Refused("a string with a forbidden character")
    elif isinstance(value, (list, dict)):
        if levels == 0:
            raise Refused("JSON nested too deep")
        for key in value if isinstance(value, dict) else ():
            if not KEY.fullmatch(key):
                raise Refused(f"the key {key[:70]!r}")
        for inner in value.values() if isinstance(value, dict) else value:
            check_json(inner, levels - 1)
    else:
        raise Refused("null or a float")


def no_float(text):
    raise Refused(f"not an integer: {text[:40]}")


def parse_json(data, levels=8):
    """4: canonical JSON within the limits; duplicate keys, spaces, escapes all fail the writing back."""
    try:
        value = json.loads(data.decode("utf-8"), parse_float=no_float, parse_constant=no_float)
        check_json(value, levels)
        same = canonical(value) == data
    except RecursionError:
        raise Refused("JSON nested too deep")
    except ValueError as error:
        raise Refused(f"not JSON as we write it: {error}")
    if not same:
        raise Refused("JSON that is not canonical")
    return value


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def check_digests(value, name):
    """4.3: a list of digests, at least one, strictly ascending."""
    if not isinstance(value, list) or not value or not all(is_hash(item) for item in value) or not ascending(value):
        raise Refused(f"{name} is not an ascending list of digests")


def has_mark(value):
    """4.3: whether `_sd`, `...` or `_sd_alg` is a key anywhere in this value."""
    if isinstance(value, dict):
        return any(key in MARKS or has_mark(inner) for key, inner in value.items())
    return isinstance(value, list) and any(has_mark(inner) for inner in value)


# ------------------------------------------------------------------------------- Ed25519 (4, 4.6; RFC 8032)

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    """RFC 8032 5.1: the curve's addition, in plain affine coordinates."""
    (x1, y1), (x2, y2) = a, b
    t = D * x1 * x2 * y1 * y2 % P
    return ((x1 * y2 + x2 * y1) * pow(1 + t, P - 2, P) % P, (y1 * y2 + x1 * x2) * pow(1 - t, P - 2, P) % P)


def check_public_key(raw):
    """4.6: no small order; canonical (y < p); and, stricter, on the curve at all (RFC 8032 5.1.3)."""
    y = int.from_bytes(raw, "little") & (2**255 - 1)
    if y >= P:
        raise Refused("a public key that is not canonical")
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P == -u % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if v * x * x % P != u:
        raise Refused("a public key that is no point of the curve")
    point = (x, y)
    for _ in range(3):                       # the sign of x does not matter for the order
        point = add(point, point)
    if point == (0, 1):
        raise Refused("a public key of small order")


def ed25519_verifies(raw, signature, message):
    """4: RFC 8032 5.1.7 without the cofactor (OpenSSL compares R byte for byte), S < L."""
    if len(signature) != 64 or int.from_bytes(signature[32:], "little") >= L:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


# --------------------------------------------------------------------- keys and notes (C2SP signed-note; 4)

@dataclass(frozen=True)
class VKey:
    """`<name>+<id>+<base64 of type and public key>`."""
    text: str
    name: str
    id: str
    type: int
    raw: bytes

    @property
    def key(self):
        """How `by` names it: `name+id`."""
        return f"{self.name}+{self.id}"

    @property
    def understood(self):
        return self.type == 0x01


def parse_vkey(text):
    """signed-note, "Verifier keys"; the key id of a type that we do not know cannot be checked."""
    name, plus, rest = text.partition("+")
    key_id, plus, material = rest.partition("+")
    if not name or any(c.isspace() or c < " " for c in name) or not re.fullmatch(r"[0-9a-f]{8}", key_id) or not plus:
        raise Refused(f"not a verifier key: {text[:80]!r}")
    data = unb64(material)
    if len(data) < 2:
        raise Refused("a verifier key without a key")
    kind, raw = data[0], data[1:]
    if kind in (0x01, 0x04):
        if len(raw) != 32:
            raise Refused("an Ed25519 key that is not 32 bytes long")
        if sha256(name.encode() + b"\n" + data)[:4].hex() != key_id:
            raise Refused("a key id that is not its key's")
        check_public_key(raw)
    return VKey(text, name, key_id, kind, raw)


def parse_author_vkey(text, origin):
    """4, 4.2: a key that a ledger grants: named under its origin, and no cosigner's (0x04)."""
    if not isinstance(text, str):
        raise Refused("a vkey that is no string")
    vkey = parse_vkey(text)
    if vkey.type == 0x04:
        raise Refused("a witness's type of key (0x04) in a ledger")
    if not is_author_name(vkey.name, origin):
        raise Refused(f"a key name that is not under the origin: {vkey.name[:80]!r}")
    return vkey


def is_author_name(name, origin):
    """4: origin, `/`, 1-32 of `a-z 0-9 -`."""
    return name.startswith(origin + "/") and bool(re.fullmatch(r"[a-z0-9-]{1,32}", name[len(origin) + 1:]))


def split_note(data):
    """signed-note, "Format": the text (with its newline), and the signature lines after the last empty line."""
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("a note that is not UTF-8")
    if re.search(r"[\x00-\x09\x0b-\x1f]", whole):
        raise Refused("a control character in a note")
    text, separator, tail = whole.rpartition("\n\n")
    if not separator or not text or not tail.endswith("\n"):
        raise Refused("a note without signatures")
    return (text + "\n").encode(), tail[:-1].split("\n")


def split_signature(line):
    """`— name base64`: the name, and the base64 as it stands."""
    match = re.fullmatch(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)", line)
    if not match:
        raise Refused(f"not a signature line: {line[:80]!r}")
    return match.group(1), match.group(2)


# ------------------------------------------------------------------- trust anchors (C2SP tlog-policy; 4.6)

@dataclass
class Policy:
    origin: str = ""
    logs: list = field(default_factory=list)         # VKeys of the ledger, type 0x01
    witnesses: dict = field(default_factory=dict)    # name -> VKey, type 0x04
    groups: dict = field(default_factory=dict)       # name -> (how many, names)
    quorum: bytes = b"none"

    @property
    def raw_keys(self):
        return {vkey.raw for vkey in [*self.logs, *self.witnesses.values()]}

    def met(self, name, witnessed):
        """tlog-policy: a witness has cosigned; a group has at least k members that have."""
        if name == b"none":
            return True
        if name in self.witnesses:
            return name in witnessed
        count, members = self.groups[name]
        return sum(self.met(member, witnessed) for member in members) >= count


def parse_policy(data):
    """tlog-policy, narrowed by 4.6: one origin, logs of type 0x01, witnesses of 0x04, all raw keys distinct."""
    if len(data) > MAX_CHECKPOINT or not data.endswith(b"\n") or re.search(rb"[^\t\n\x20-\x7e\x80-\xff]", data):
        raise Refused("a policy that is too long, unfinished, or holds control characters")
    policy, members, quorums = Policy(), set(), 0
    for line in data.split(b"\n"):
        items = [item for item in re.split(rb"[ \t]+", line) if item]
        if not items or items[0].startswith(b"#"):
            continue
        word, rest = items[0], items[1:]
        if word == b"log" and len(rest) in (1, 2):
            policy.logs.append(policy_key(policy, rest[0], 0x01))
        elif word == b"witness" and len(rest) in (2, 3):
            policy_name(policy, rest[0])
            policy.witnesses[rest[0]] = policy_key(policy, rest[1], 0x04)
        elif word == b"group" and len(rest) >= 3:
            policy_name(policy, rest[0])
            policy.groups[rest[0]] = policy_group(policy, members, rest[1], rest[2:])
        elif word == b"quorum" and len(rest) == 1:
            quorums += 1
            policy.quorum = rest[0]
            if rest[0] != b"none" and rest[0] not in policy.witnesses and rest[0] not in policy.groups:
                raise Refused("a quorum that is not defined before it")
        else:
            raise Refused(f"a policy line that is not understood: {line[:80]!r}")
    origins = {vkey.name for vkey in policy.logs}
    if len(origins) != 1 or not is_origin(min(origins)) or quorums != 1:
        raise Refused("a policy needs one origin and one quorum")
    policy.origin = min(origins)
    return policy


def policy_key(policy, token, kind):
    vkey = parse_vkey(token.decode("utf-8"))
    if vkey.type != kind:
        raise Refused(f"a key of type {vkey.type:#04x} where {kind:#04x} belongs")
    if vkey.raw in policy.raw_keys or vkey.key in {known.key for known in [*policy.logs, *policy.witnesses.values()]}:
        raise Refused("a key that the policy names twice")
    return vkey


def policy_name(policy, name):
    if name == b"none" or name in policy.witnesses or name in policy.groups:
        raise Refused(f"a name that the policy defines twice: {name[:40]!r}")


def policy_group(policy, members, count, names):
    """tlog-policy: members are defined before, and each is a member once in the whole file."""
    for name in names:
        if name in members or name not in policy.witnesses and name not in policy.groups:
            raise Refused(f"a group member that is not defined, or used twice: {name[:40]!r}")
        members.add(name)
    k = {b"any": 1, b"all": len(names)}.get(count)
    k = number(count.decode("latin-1")) if k is None else k
    if not 1 <= k <= len(names):
        raise Refused("a group that asks for more than it has")
    return k, names


@dataclass
class Anchors:
    policy: Policy
    charter: str                                     # base64 of the leaf hash of entry 0
    pems: dict                                       # file name -> bytes
    chosen: bool


def read_anchors(directory, chosen):
    """4.6. Anchors that cannot be read are no verdict on a ledger: CouldNotRun."""
    keys = Files(directory)
    policy, charter = keys.read("policy", MAX_CHECKPOINT), keys.read("charter", MAX_CHECKPOINT)
    if policy is None or charter is None:
        raise CouldNotRun(f"{directory}: no policy or no charter")
    try:
        text = charter.decode("ascii")
        if len(text) != 45 or text[-1] != "\n":
            raise Refused("charter is not 44 characters and a newline")
        unb64(text[:-1], 32)
        pems = {name: keys.read(name, MAX_CHECKPOINT) for name in keys.walk("") if re.fullmatch(r"[^/]+\.pem", name)}
        return Anchors(parse_policy(policy), text[:-1], pems, chosen)
    except ValueError as error:
        raise CouldNotRun(f"{directory}: {error}")


def pem_of(raw):
    """4.6: an Ed25519 key as SPKI PEM, as openssl writes it."""
    spki = bytes.fromhex("302a300506032b6570032100") + raw
    return f"-----BEGIN PUBLIC KEY-----\n{b64(spki)}\n-----END PUBLIC KEY-----\n".encode()


# -------------------------------------------------------------- checkpoint (C2SP tlog-checkpoint; section 5)

@dataclass
class Checkpoint:
    origin: str
    size: int
    root: bytes
    text: bytes
    lines: list                                      # signature lines, as they stand


def parse_checkpoint(data):
    """5 step 2: a note of exactly three lines; 4: at most 64 KiB, at least one entry."""
    if len(data) > MAX_CHECKPOINT:
        raise Refused("a checkpoint of more than 64 KiB")
    text, lines = split_note(data)
    parts = text.decode().split("\n")
    if len(parts) != 4 or not is_origin(parts[0]):
        raise Refused("a checkpoint that is not origin, size and root")
    size = number(parts[1])
    if size < 1:
        raise Refused("a checkpoint of an empty ledger")
    for line in lines:
        split_signature(line)
    return Checkpoint(parts[0], size, unb64(parts[2], 32), text, lines)


# ---------------------------------------------------------------------- tree (RFC 6962 2.1; C2SP tlog-tiles)

EMPTY_ROOT = sha256(b"")


def leaf_hash(entry):
    return sha256(b"\x00" + entry)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def root_of(hashes):
    """RFC 6962 2.1, to the letter: split at the largest power of two below the size."""
    if not hashes:
        return EMPTY_ROOT
    if len(hashes) == 1:
        return hashes[0]
    k = 1 << (len(hashes) - 1).bit_length() - 1
    return node_hash(root_of(hashes[:k]), root_of(hashes[k:]))


def all_roots(leaves):
    """The root at each size from 0 to len(leaves); the same as root_of(leaves[:n]), kept as a row of peaks."""
    roots, peaks = [EMPTY_ROOT], []                  # peaks: (height, hash), high ones first
    for leaf in leaves:
        height = 0
        while peaks and peaks[-1][0] == height:
            leaf, height = node_hash(peaks.pop()[1], leaf), height + 1
        peaks.append((height, leaf))
        root = peaks[-1][1]
        for _, left in reversed(peaks[:-1]):
            root = node_hash(left, root)
        roots.append(root)
    return roots


def tile_levels(leaves):
    """tlog-tiles: level 0 holds leaf hashes, each level above the roots of the full tiles below."""
    levels = [leaves]
    while len(levels[-1]) >= TILE:
        below = levels[-1]
        levels.append([root_of(below[i:i + TILE]) for i in range(0, len(below) - TILE + 1, TILE)])
    return levels


def width(size, level, n):
    """How many hashes tile n of that level has in a tree of that size: 0 to 256."""
    return max(0, min(TILE, (size >> 8 * level) - TILE * n))


def path_of(n):
    """tlog-tiles: 1234067 is x001/x234/067."""
    digits = str(n)
    groups = re.findall("...", digits.zfill(-(-len(digits) // 3) * 3))
    return "/".join(["x" + group for group in groups[:-1]] + groups[-1:])


def parse_tile_path(path):
    """The number and width that a path names, or None where it names no tile."""
    match = re.fullmatch(r"((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?", path)
    if not match or len(match.group(1)) > 64:
        return None
    n = int(match.group(1).replace("x", "").replace("/", ""))
    w = int(match.group(2)) if match.group(2) else TILE
    if path_of(n) != match.group(1) or match.group(2) and w >= TILE:
        return None
    return n, w


def ranges_missing(present, count):
    """The gaps that `present` leaves in 0 ..< count, as (first, last)."""
    gaps, following = [], 0
    for n in sorted(present) + [count]:
        if n > following:
            gaps.append((following, n - 1))
        following = n + 1
    return gaps


# ------------------------------------------------------------------------------------------------ files (4.5)

class Files:
    """A directory of files, read only. `.tmp-*` are files on their way: ignored (4.5)."""

    def __init__(self, root):
        self.root = root

    def read(self, path, limit):
        """The bytes, or None where there is no such file. A file above the limit is read no further than it."""
        full = os.path.join(self.root, *path.split("/"))
        try:
            if not os.path.isfile(full):
                return None
            with open(full, "rb") as file:
                return file.read(limit + 1)
        except OSError as error:
            raise CouldNotRun(f"{full}: {error.strerror}")

    def walk(self, folder):
        """The paths of all files below a folder, with `/`, in order."""
        top, found = os.path.join(self.root, folder), []
        for here, folders, names in os.walk(top):
            folders[:] = [name for name in folders if not name.startswith(".tmp-")]
            for name in names:
                if not name.startswith(".tmp-") and os.path.isfile(os.path.join(here, name)):
                    found.append(os.path.relpath(os.path.join(here, name), top).replace(os.sep, "/"))
        return sorted(found)

    def top(self):
        return sorted(name for name in os.listdir(self.root) if not name.startswith(".tmp-"))


def split_bundle(data, count):
    """tlog-tiles "Log entries": uint16 lengths and entries. Gives what was read, where it ended, what is wrong."""
    entries, at = [], 0
    while len(entries) < count:
        length = int.from_bytes(data[at:at + 2], "big")
        if at + 2 + length > len(data):
            return entries, at, f"ends within entry {len(entries)} of {count}"
        entries.append(data[at + 2:at + 2 + length])
        at += 2 + length
    return entries, at, None


# -------------------------------------------------------------------------------- statement and entry (4.1, 4.4)

@dataclass
class Entry:
    index: int
    previous: bytes
    recorded: str
    statement: bytes


@dataclass
class Statement:
    ledger: str
    by: list                                         # `name+id`, as signed
    seen_size: int
    seen_root: bytes
    body: dict
    text: bytes
    lines: list                                      # (`name+id`, signature), one a line
    hash: str                                        # its identity, base64

    @property
    def type(self):
        return self.body["type"]

    @property
    def control(self):
        return self.type in CONTROL_TYPES

    @property
    def critical(self):
        return self.type.startswith("!")


def check_header(data, what):
    """4.2: `daftar/<what>@v…` with a higher number needs a newer verifier."""
    first = data.split(b"\n", 1)[0]
    match = re.fullmatch(rb"daftar/%s@v([1-9][0-9]{0,15})" % what, first)
    if not match:
        raise Refused(f"the first line is not daftar/{what.decode()}@v1")
    if int(match.group(1)) > 1:
        raise Newer(first.decode())


def parse_entry(data):
    """4.4: the header's four lines, an empty line, the statement."""
    check_header(data, b"entry")
    match = re.fullmatch(rb"daftar/entry@v1\nindex ([^\n]*)\nprevious ([^\n]*)\nrecorded ([^\n]*)\n\n(.*)", data, re.S)
    if not match:
        raise Refused("not the header of an entry")
    index, previous, recorded = (group.decode("latin-1") for group in match.groups()[:3])
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", recorded):
        raise Refused("recorded is not a day")
    datetime.date.fromisoformat(recorded)            # a real one, or ValueError
    return Entry(number(index), unb64(previous, 32), recorded, match.group(4))


def parse_statement(data):
    """4.1: a signed note whose text is five lines."""
    check_header(data, b"statement")
    text, lines = split_note(data)
    match = re.fullmatch(rb"daftar/statement@v1\nledger ([^\n]*)\nby ([^\n]*)\n"
                         rb"seen ([^\n ]*) ([^\n]*)\n([^\n]*)\n", text)
    if not match:
        raise Refused("not the five lines of a statement")
    ledger, by, size, root = (group.decode("utf-8") for group in match.groups()[:4])
    by = by.split(" ")
    if not is_origin(ledger):
        raise Refused("the ledger line is no origin")
    for key in by:
        name, plus, key_id = key.partition("+")
        if not is_author_name(name, ledger) or not re.fullmatch(r"[0-9a-f]{8}", key_id):
            raise Refused(f"not a key in by: {key[:80]!r}")
    if not ascending(by):
        raise Refused("by is not ascending")
    if len(by) > MAX_SIGNATURES or len(lines) > MAX_SIGNATURES:
        raise Refused("more than 16 signatures")
    body = parse_json(match.group(5))
    if not isinstance(body, dict) or not isinstance(body.get("type"), str) \
            or not re.fullmatch(r"!?[a-z0-9-]{1,32}", body["type"]):
        raise Refused("a body without a type")
    signatures = []
    for line in lines:
        name, signature = split_signature(line)
        signature = unb64(signature)
        if len(signature) < 5:
            raise Refused("a signature line without a signature")
        signatures.append((f"{name}+{signature[:4].hex()}", signature[4:]))
    return Statement(ledger, by, number(size), unb64(root, 32), body, text, signatures, b64(sha256(text)))


# ------------------------------------------------------------------------------------------- rights (4.2, 4.7)

@dataclass
class Grant:
    """A key that the ledger admitted, for ever in the record, maybe revoked."""
    vkey: VKey
    role: str
    at: int                                          # index of the entry that granted it
    revocations: list = field(default_factory=list)  # [(entry, since or None)]

    @property
    def active(self):
        return not self.revocations


class Rights:
    """Who may sign at an index: a function of the entries before it (4.7)."""

    def __init__(self):
        self.grants, self.approvals = {}, 1          # `name+id` -> Grant

    @property
    def editors(self):
        return frozenset(key for key, grant in self.grants.items() if grant.active and grant.role == "editor")

    def check_new(self, vkey, role):
        """4.7: a raw key, and a name+id, is granted at most once in a ledger, for ever, revoked or not."""
        if role not in ("author", "editor"):
            raise Refused("a role that is neither author nor editor")
        if vkey.key in self.grants or any(vkey.raw == grant.vkey.raw for grant in self.grants.values()):
            raise Refused("a key that was granted before")

    def grant(self, vkey, role, at):
        self.check_new(vkey, role)
        self.grants[vkey.key] = Grant(vkey, role, at)


@dataclass
class Judged:
    """An entry whose statement could be read, and what a later step needs to know of it."""
    n: int
    statement: Statement
    digests: dict = field(default_factory=dict)      # digest -> the list it is in, or None for `_sd`
    withheld: set = field(default_factory=set)
    clean: bool = False                              # no finding of steps 5-8: it has effect
    readable: bool = True                            # its digests could be told: its content can be judged
    editors: frozenset = frozenset()                 # as its signatures were judged
    approvals: int = 1
    counted: set = field(default_factory=set)        # signers of a type that we understand
    of: "Judged | None" = None


def suffice(judged, signers):
    """4.2, third column: whether these of its signers would be enough. The one rule of steps 7 and of doubt."""
    statement, editors = judged.statement, signers & judged.editors
    body, by = statement.body, statement.by
    if revokes_itself(statement):
        return signers == set(by)
    if statement.type == "release" and judged.of and judged.of.statement.by == by and signers == set(by):
        return True
    if statement.type == "charter":
        return bool(editors)
    if statement.control or statement.critical:
        return len(editors) >= judged.approvals
    if statement.type in ("correction", "retraction") and judged.of:
        return bool(editors) or any(key in judged.of.statement.by for key in signers)
    return bool(signers)


def revokes_itself(statement):
    """4.1, 4.2: `by` is exactly the key that is revoked."""
    vkey = statement.body.get("vkey")
    return statement.type == "revoke" and isinstance(vkey, str) and statement.by == ["+".join(vkey.split("+")[:2])]


# ------------------------------------------------------------------------ verification, in steps (section 5)

class Verification:
    """One reading of one published directory. Each step says what it found and goes on with what it has."""

    def __init__(self, directory, anchors):
        self.files, self.anchors = Files(directory), anchors
        self.findings, self.notes = [], {}           # notes: a dict as an ordered set
        self.checkpoint = self.pending = None        # as far as they can be judged by
        self.quorum = False
        self.doubted, self.unknown, self.withdrawn_entries = set(), set(), set()
        self.needs_newer = None
        self.now = None                              # the entry at hand in steps 5-8

    def finding(self, step, entry, code, text):
        self.findings.append({"step": step, "entry": entry, "code": code, "text": text})

    def note(self, text):
        self.notes[text] = True

    def run(self):
        self.step1_anchors()
        self.step2_checkpoint()
        tip = self.pending or self.checkpoint
        if tip is None:
            return                                   # nothing says how much there is to judge
        self.tip, self.size = tip, tip.size
        self.origin = self.anchors.policy.origin if self.anchors else tip.origin
        self.take_inventory()
        self.step3_bytes()
        self.step4_tree()
        self.step1_pin()
        self.steps5to8()
        self.find_doubt()
        self.step9_content()
        self.step10_evidence()
        self.step11_time()
        self.step1_pems()

    # ------------------------------------------------------------------------------------ 1. Anchors (4.6)

    def step1_anchors(self):
        if self.anchors is None:
            self.note("no trust anchors: the ledger's signature on its checkpoint was not checked")
        elif not self.anchors.chosen:
            self.note("the trust anchors came with the ledger; compare the charter's hash by another channel: "
                      + self.anchors.charter)

    def step1_pin(self):
        """4.6: the charter's pin is the leaf hash of entry 0."""
        if self.anchors and self.truth and b64(self.truth[0]) != self.anchors.charter:
            self.finding(1, 0, "pin", "entry 0 is not the charter that the anchors pin")

    def step1_pems(self):
        """4.6: every public key as PEM, for plain openssl. Stricter: a file named after a key must hold that key
        (`ledger.pem`, `witness.pem`, or the last part of a granted name); any other stranger is a note."""
        if not self.anchors:
            return
        policy, named = self.anchors.policy, {}
        named["ledger"] = {vkey.raw for vkey in policy.logs}
        named["witness"] = {vkey.raw for vkey in policy.witnesses.values()}
        for grant in self.rights.grants.values():
            if grant.vkey.understood:
                named.setdefault(grant.vkey.name.rpartition("/")[2], set()).add(grant.vkey.raw)
        known = {pem_of(raw) for raws in named.values() for raw in raws}
        for name, data in self.anchors.pems.items():
            expected = {pem_of(raw) for raw in named.get(name[:-len(".pem")], ())}
            if name != "tsa.pem" and expected and data not in expected:
                self.finding(1, None, "pem", f"{name} does not hold the key of that name")
            elif name != "tsa.pem" and not expected and data not in known:
                self.note(f"{name} in the anchors is no key of this ledger")

    # --------------------------------------------------------------------------------- 2. Checkpoint (4.5)

    def step2_checkpoint(self):
        """The checkpoint, and one that still waits for its quorum: checked alike but for the quorum."""
        self.checkpoint, found, self.quorum = self.one_checkpoint("checkpoint")
        self.pending, waiting, _ = self.one_checkpoint("checkpoint.pending")
        if not found and not waiting:
            raise CouldNotRun("no checkpoint: no ledger here")
        if not found:
            self.quorum = False
            self.note("there is no checkpoint, only one that waits for its quorum")
        if self.pending and self.checkpoint:
            if self.pending.size < self.checkpoint.size:
                self.finding(2, None, "pending", "checkpoint.pending is smaller than the checkpoint")
                self.pending = None
            elif self.pending.size == self.checkpoint.size and self.pending.root != self.checkpoint.root:
                self.finding(2, None, "forked", "checkpoint.pending has another root at the same size")
                self.pending = None

    def one_checkpoint(self, name):
        """What can be judged by, whether there is such a file, and whether its quorum is there. A pending one
        that has a finding is not judged by (its withdrawals count only if the ledger signed it, 4.3)."""
        data = self.files.read(name, MAX_CHECKPOINT)
        if data is None:
            return None, False, False
        before = len(self.findings)
        try:
            checkpoint = parse_checkpoint(data)
        except Refused as error:
            self.finding(2, None, "checkpoint", f"{name}: {error}")
            return None, True, False
        if self.anchors and checkpoint.origin != self.anchors.policy.origin:
            self.finding(2, None, "origin", f"{name} is of another ledger: {checkpoint.origin}")
        quorum = self.check_lines(name, checkpoint) if self.anchors else False
        if name != "checkpoint" and len(self.findings) > before:
            return None, True, False
        return checkpoint, True, quorum

    def check_lines(self, name, checkpoint):
        """signed-note, tlog-cosignature: lines of unknown keys are ignored, a known key's must verify. Stricter:
        base64 under a known name is canonical, no line stands twice, a ledger's key signs once."""
        policy = self.anchors.policy
        logs = {vkey.key: vkey for vkey in policy.logs}
        witnesses = {vkey.key: (label, vkey) for label, vkey in policy.witnesses.items()}
        names = {vkey.name for vkey in policy.logs} | {vkey.name for vkey in policy.witnesses.values()}
        signed, witnessed, seen = set(), set(), set()
        for line in checkpoint.lines:
            signer, text = split_signature(line)
            if signer not in names:
                continue
            try:
                blob = unb64(text)
            except Refused as error:
                self.finding(2, None, "signature", f"{name}: a line of {signer}: {error}")
                continue
            key, signature = f"{signer}+{blob[:4].hex()}", blob[4:]
            if key not in logs and key not in witnesses:
                continue
            if line in seen or key in signed:
                self.finding(2, None, "signature", f"{name}: {signer} signs twice")
            elif key in logs and ed25519_verifies(logs[key].raw, signature, checkpoint.text):
                signed.add(key)
            elif key in witnesses and self.cosigned(witnesses[key][1].raw, signature, checkpoint.text):
                if 1 <= int.from_bytes(signature[:8], "big") <= 2**63 - 1:
                    witnessed.add(witnesses[key][0])
                else:
                    self.note(f"{name}: a cosignature of {signer} without a proper time is not counted")
            else:
                self.finding(2, None, "signature", f"{name}: the signature of {signer} does not verify")
            seen.add(line)
        if not signed:
            self.finding(2, None, "signature", f"{name} is not signed by the ledger's key")
        for label in sorted(witnessed):
            self.note(f"{name}: witnessed by {label.decode('utf-8', 'replace')} up to size {checkpoint.size}")
        if not policy.met(policy.quorum, witnessed):
            self.note(f"{name}: the quorum of witnesses is not there")
        return policy.met(policy.quorum, witnessed)

    def cosigned(self, raw, signature, text):
        """tlog-cosignature: eight bytes of time, then a signature over header, time and the note's text."""
        time = int.from_bytes(signature[:8], "big")
        return ed25519_verifies(raw, signature[8:], b"cosignature/v1\ntime %d\n" % time + text)

    # -------------------------------------------------------------------------------------- 3. Bytes (4.5)

    def take_inventory(self):
        """Which tiles and bundles are there: (level or "entries", n) -> widths."""
        self.inventory, beyond = {}, 0
        for path in self.files.walk("tile"):
            kind, _, rest = path.partition("/")
            place = parse_tile_path(rest)
            if place is None or not re.fullmatch(r"entries|[0-9]|[1-5][0-9]|6[0-3]", kind):
                self.note(f"tile/{path} is no place of a ledger")
                continue
            level = kind if kind == "entries" else int(kind)
            self.inventory.setdefault((level, place[0]), set()).add(place[1])
            beyond += place[1] > self.demanded(level, place[0])
        if beyond:
            self.note(f"{beyond} tiles or bundles lie beyond the checkpoint")

    def demanded(self, level, n):
        return width(self.size, 0 if level == "entries" else level, n)

    def levels(self, size):
        """The levels that a tree of that size has, and of how many tiles: (level, tiles)."""
        return [(level, -(-(size >> 8 * level) // TILE)) for level in range(8) if size >> 8 * level]

    def newest(self, level, n):
        """A tile or bundle as the size demands it, and whether the file is just that: where a partial one is
        missing, the full one may stand for it (tlog-tiles)."""
        w, widths = self.demanded(level, n), self.inventory.get((level, n), ())
        if w not in widths and TILE not in widths:
            return None, False
        exact = w in widths
        path = f"tile/{level}/{path_of(n)}" + (f".p/{w}" if exact and w < TILE else "")
        return self.files.read(path, TILE * (MAX_ENTRY + 2)), exact

    def missing_files(self, step, level, tiles):
        """Findings for what the tip's size demands, and for the partial ones that the checkpoint's size does."""
        what = "bundle" if level == "entries" else f"tile of level {level}"
        whole = {n for (l, n), widths in self.inventory.items()
                 if l == level and n < tiles and ({self.demanded(level, n), TILE} & widths)}
        for first, last in ranges_missing(whole, tiles):
            entry = first * TILE if level == "entries" else None
            self.finding(step, entry, "missing", f"no {what} {first}" + (f" to {last}" if last > first else ""))
        if self.checkpoint and self.checkpoint.size < self.size:
            hashes = self.checkpoint.size >> 8 * (0 if level == "entries" else level)
            n, w = divmod(hashes, TILE)
            if w and not {w, TILE} & self.inventory.get((level, n), set()):
                self.finding(step, None, "missing", f"no {what} {n} of width {w}, which the checkpoint needs")
        return sorted(whole)

    def step3_bytes(self):
        """Bundles have the widths the size demands, lengths add up, each entry is within limits (65,535 bytes:
        no longer one can be written down)."""
        self.entries = {}                            # index -> bytes
        for n in self.missing_files(3, "entries", -(-self.size // TILE)):
            data, exact = self.newest("entries", n)
            entries, end, wrong = split_bundle(data, self.demanded("entries", n))
            if wrong or exact and end != len(data):
                self.finding(3, n * TILE + len(entries) if wrong else None, "bundle",
                             f"bundle {n} {wrong or 'holds more than its entries'}")
            self.entries.update((n * TILE + i, entry) for i, entry in enumerate(entries))
            self.check_leftovers(3, "entries", n, data[:end], lambda w: sum(len(entry) + 2 for entry in entries[:w]))

    def check_leftovers(self, step, level, n, newest, length):
        """5 step 4: left-over partial tiles and bundles are prefixes of the newest."""
        for w in sorted(self.inventory[(level, n)]):
            if w < self.demanded(level, n):
                data = self.files.read(f"tile/{level}/{path_of(n)}.p/{w}", TILE * (MAX_ENTRY + 2))
                if data != newest[:length(w)]:
                    self.finding(step, None, "left-over", f"tile/{level}/{path_of(n)}.p/{w} is no prefix of the newest")

    # --------------------------------------------------------------------------------- 4. Tree (RFC 6962)

    def step4_tree(self):
        """Leaf hashes equal the level-0 tiles; tiles follow from those below; the root is the checkpoint's."""
        tiles = {}                                   # (level, n) -> hashes
        for level, count in self.levels(self.size):
            for n in self.missing_files(4, level, count):
                tiles[level, n] = self.read_tile(level, n)
        self.truth = self.true_leaves(tiles)
        self.roots = all_roots(self.truth)
        for checkpoint in (self.checkpoint, self.pending):
            if checkpoint and checkpoint.size < len(self.roots) and self.roots[checkpoint.size] != checkpoint.root:
                self.finding(4, None, "root", f"the entries do not give the root that was signed at {checkpoint.size}")
        for n, entry in self.entries.items():
            if n < len(self.truth) and leaf_hash(entry) != self.truth[n]:
                self.finding(4, n, "altered", "the entry is not the leaf of the tree")
        levels = tile_levels(self.truth)
        for (level, n), hashes in tiles.items():
            expected = levels[level][n * TILE:n * TILE + len(hashes)] if level < len(levels) else []
            if len(expected) == len(hashes) and hashes != expected:
                self.finding(4, None, "tile", f"tile {n} of level {level} does not follow from what is below it")

    def read_tile(self, level, n):
        data, exact = self.newest(level, n)
        w = self.demanded(level, n)
        if len(data) != (w if exact else TILE) * 32:
            self.finding(4, None, "tile", f"tile {n} of level {level} has not the length of its width")
            return []
        self.check_leftovers(4, level, n, data, lambda w: w * 32)
        return [data[i:i + 32] for i in range(0, w * 32, 32)]

    def true_leaves(self, tiles):
        """The leaf hashes to judge by, as far as they reach without a gap: those of the level-0 tiles if they
        give the root that was signed (then an entry that differs is the altered one), else the entries' own."""
        stored = {n * TILE + i: h for (level, n), hashes in tiles.items() if level == 0 for i, h in enumerate(hashes)}
        own = {n: leaf_hash(entry) for n, entry in self.entries.items()}
        for leaves in ({**own, **stored}, {**stored, **own}):
            row = []
            while len(row) in leaves:
                row.append(leaves[len(row)])
            if len(row) == self.size and root_of(row) == self.tip.root:
                break
        return row

    # --------------------------------------------------------------------------- 5-8. Entry by entry, in order

    def steps5to8(self):
        """4.7: only an entry without a finding of these steps has an effect; its statement hash always counts."""
        self.rights, self.last_day = Rights(), ""
        self.judged, self.by_hash, self.seen = {}, {}, {}         # index, statement hash -> Judged; key -> size
        self.withdrawn, self.released = {}, {}                    # (entry, digest) -> the entry that did it
        self.tree_trouble = {finding["entry"] for finding in self.findings}
        for n in sorted(self.entries):
            self.now, self.newer, self.effect = n, None, None
            before = len(self.findings)
            judged = self.judge(n)
            if self.newer and len(self.findings) == before:
                if n not in self.tree_trouble:
                    self.needs_newer = n
                    self.note(f"entry {n} needs a newer verifier: {self.newer[2]}")
                    return
                self.finding(self.newer[0], n, *self.newer[1:])
            if judged:
                judged.clean = len(self.findings) == before
                self.judged[n] = judged
                self.by_hash.setdefault(judged.statement.hash, judged)
                if judged.clean:
                    self.take_effect(judged)

    def judge(self, n):
        """Steps 5 to 8 for one entry: what could be read of it, or None."""
        try:
            entry = self.step5_chain(n)
            judged = entry and self.step6_statement(n, entry)
        except Newer as newer:
            self.newer = (6 if b"daftar/statement" in str(newer).encode() else 5, "newer", str(newer))
            return None
        if judged:
            of = judged.statement.body.get("of")
            judged.of = self.by_hash.get(of) if isinstance(of, str) else None
            self.step7_signatures(judged)
            self.step8_meaning(judged)
        return judged

    def fail(self, step, code, text):
        self.finding(step, self.now, code, text)

    def take_effect(self, judged):
        if not revokes_itself(judged.statement):
            for key in judged.statement.by:
                self.seen[key] = judged.statement.seen_size
        if self.effect:
            self.effect()
            if len(self.rights.editors) < self.rights.approvals:
                self.note(f"after entry {judged.n} there are fewer editors than approvals")

    # -------------------------------------------------------------------------------------- 5. Chain (4.4)

    def step5_chain(self, n):
        """`index` counts from 0; `previous` is the leaf before; `recorded` is a real day and never decreases."""
        try:
            entry = parse_entry(self.entries[n])
        except ValueError as error:
            self.fail(5, "header", f"not an entry: {error}")
            return None
        if entry.index != n:
            self.fail(5, "index", f"calls itself entry {entry.index}")
        previous = EMPTY_ROOT if n == 0 else self.truth[n - 1] if n <= len(self.truth) else None
        if previous is not None and entry.previous != previous:
            self.fail(5, "previous", "does not follow the entry before")
        if entry.recorded < self.last_day:
            self.fail(5, "recorded", f"recorded on {entry.recorded}, before the entry before it")
        if n not in self.tree_trouble:
            self.last_day = max(self.last_day, entry.recorded)
        if entry.recorded > datetime.datetime.now(datetime.timezone.utc).date().isoformat():
            self.note(f"entry {n} was recorded in the future: {entry.recorded}")
        return entry

    # ---------------------------------------------------------------------------------- 6. Statement (4.1)

    def step6_statement(self, n, entry):
        """Strict parse; ledger is this one; `seen` is the true root at that size, 0 only for the charter, never
        going back for a key (but in its own revocation); no statement twice."""
        try:
            statement = parse_statement(entry.statement)
        except ValueError as error:
            self.fail(6, "statement", f"not a statement: {error}")
            return None
        size = statement.seen_size
        if statement.ledger != self.origin:
            self.fail(6, "ledger", f"was signed for another ledger: {statement.ledger}")
        if size > n:
            self.fail(6, "seen", f"claims to have seen {size} entries, before entry {n}")
        elif size < len(self.roots) and statement.seen_root != self.roots[size]:
            self.fail(6, "seen", f"its authors saw another history of {size} entries")
        if (size == 0) != (statement.type == "charter"):
            self.fail(6, "seen", "only the charter has seen nothing")
        for key in statement.by:
            if size < self.seen.get(key, 0) and not revokes_itself(statement):
                self.fail(6, "seen-back", f"{key} had already seen {self.seen[key]} entries")
        if statement.hash in self.by_hash:
            self.fail(6, "twice", f"is the statement of entry {self.by_hash[statement.hash].n}")
        return Judged(n, statement)

    # --------------------------------------------------------------------------- 7. Signatures (4.1, 4.2, 4.7)

    def step7_signatures(self, judged):
        """The lines are those of `by`; each key is entitled to this type; each signature verifies; enough."""
        statement, before = judged.statement, len(self.findings)
        charter = judged.n == 0 and statement.type == "charter"
        rights = self.charter_rights(statement.body) if charter else self.rights
        judged.editors, judged.approvals = rights.editors, rights.approvals
        if [key for key, _ in statement.lines] != statement.by:
            self.fail(7, "lines", "the signature lines are not those of `by`")
        signatures = dict(statement.lines)
        for key in statement.by:
            grant = rights.grants.get(key)
            if grant is None:
                self.fail(7, "stranger", f"signed by a stranger: {key}")
            elif not grant.active:
                self.fail(7, "revoked", f"signed after the revocation of {key}")
            elif not self.entitled(judged, grant):
                self.fail(7, "not-entitled", f"{key} may not sign a {statement.type}")
            if grant and not grant.vkey.understood:
                self.note(f"entry {judged.n}: the signature type {grant.vkey.type:#04x} of {key} is not understood")
                self.unknown.add(judged.n)
            elif grant and key in signatures:
                if ed25519_verifies(grant.vkey.raw, signatures[key], statement.text):
                    judged.counted.add(key)
                else:
                    self.fail(7, "signature", f"is not what {key} signed")
        if len(self.findings) == before and not suffice(judged, judged.counted):
            if suffice(judged, set(statement.by)):   # 4.2: complete only by counting lines we don't understand
                self.newer = (7, "newer", "a signature that would be needed is of an unknown type")
            else:
                self.fail(7, "too-few", f"lacks a signature that a {statement.type} asks for")

    def entitled(self, judged, grant):
        """4.2: authors sign content and unknown types; a key alone its own revocation; a statement's own signers,
        exactly, its release. Editors sign all."""
        statement = judged.statement
        if grant.role == "editor":
            return True
        if statement.type == "release":
            return bool(judged.of) and judged.of.statement.by == statement.by
        return revokes_itself(statement) or not (statement.control or statement.critical)

    def charter_rights(self, body):
        """4.7: the charter's rights follow from itself; what is wrong in it is said in step 8."""
        rights = Rights()
        for item in body["keys"] if isinstance(body.get("keys"), list) else ():
            try:
                rights.grant(self.admissible(item["vkey"]), item["role"], 0)
            except (Refused, KeyError, TypeError):
                pass
        return rights

    def admissible(self, text):
        """4.7: never the ledger's or a witness's raw key."""
        vkey = parse_author_vkey(text, self.origin)
        if self.anchors and vkey.raw in self.anchors.policy.raw_keys:
            raise Refused("the ledger's or a witness's key")
        return vkey

    # ----------------------------------------------------------------------------- 8. Meaning (4.2, 4.3, 4.7)

    def step8_meaning(self, judged):
        """Control types have their fields; `of` and `to` name what they may; digests have their form and place."""
        statement = judged.statement
        if (judged.n == 0) != (statement.type == "charter"):
            self.fail(8, "charter", "entry 0, and no other, is a charter")
        if statement.control:
            self.meaning(self.check_control, judged, statement.body)
        else:
            self.meaning(self.check_references, judged, statement.body)
            judged.readable = self.meaning(self.check_commitments, judged, statement.body)
        if statement.critical:
            self.newer = (8, "newer", f"the type {statement.type}")

    def meaning(self, check, judged, body):
        try:
            check(judged, body)
            return True
        except Refused as error:
            self.fail(8, "meaning", str(error))
            return False

    def check_control(self, judged, body):
        self.check_fields(judged.statement.type, body)
        self.effect = getattr(self, "control_" + judged.statement.type)(judged, body)

    FIELDS = {                                       # type -> (fields it must have, fields it may have)
        "charter": ("title description languages licence approvals keys", "continues"),
        "grant": ("vkey role", ""),
        "revoke": ("vkey reason", "since"),
        "withdrawal": ("of digests reason", ""),
        "release": ("of digests", ""),
        "amendment": ("", "title description languages licence approvals"),
    }

    def check_fields(self, kind, body):
        """4.2: exactly these fields, and the form of those that only describe the ledger."""
        must, may = (set(words.split()) | {"type"} for words in self.FIELDS[kind])
        if not must <= set(body) <= must | may or kind == "amendment" and len(body) < 2:
            raise Refused(f"not the fields of a {kind}: {', '.join(sorted(body))}")
        for name in {"title", "description"} & set(body):
            texts = body[name]
            if not isinstance(texts, dict) or not texts or not all(isinstance(text, str) for text in texts.values()):
                raise Refused(f"{name} is not text by language")
        if "languages" in body and not (isinstance(body["languages"], list) and body["languages"]
                                        and all(isinstance(tag, str) for tag in body["languages"])):
            raise Refused("languages is not a list of strings")
        if "licence" in body and not isinstance(body["licence"], str):
            raise Refused("licence is not a string")
        if "approvals" in body and not (is_integer(body["approvals"]) and body["approvals"] >= 1):
            raise Refused("approvals is not an integer of at least 1")
        if "continues" in body:
            self.check_continues(body["continues"])
        if has_mark(body):
            raise Refused("a digest's key in a control type")

    def check_continues(self, continues):
        """4.2: `{"ledger","root","size"}`. Stricter: an origin, and the size of a published ledger."""
        if not isinstance(continues, dict) or set(continues) != {"ledger", "root", "size"} \
                or not isinstance(continues["ledger"], str) or not is_origin(continues["ledger"]) \
                or not is_hash(continues["root"]) or not is_integer(continues["size"]) or continues["size"] < 1:
            raise Refused("continues does not name a ledger, its root and size")

    def control_charter(self, judged, body):
        rights = Rights()
        if not isinstance(body["keys"], list):
            raise Refused("keys is not a list")
        for item in body["keys"]:
            if not isinstance(item, dict) or set(item) != {"role", "vkey"}:
                raise Refused("a key of the charter is not role and vkey")
            rights.grant(self.admissible(item["vkey"]), item["role"], 0)
        if body["approvals"] > len(rights.editors):
            raise Refused("more approvals than editors")
        rights.approvals = body["approvals"]
        return lambda: setattr(self, "rights", rights)

    def control_grant(self, judged, body):
        vkey, role = self.admissible(body["vkey"]), body["role"]
        self.rights.check_new(vkey, role)
        return lambda: self.rights.grant(vkey, role, judged.n)

    def control_revoke(self, judged, body):
        """4.2, 4.7: `since` where editors revoke as compromised, and only there; a revoked key once more, so."""
        grant = next((g for g in self.rights.grants.values() if g.vkey.text == body["vkey"]), None)
        if grant is None:
            raise Refused("revokes a key that was never granted")
        if body["reason"] not in ("retired", "superseded", "compromised"):
            raise Refused("a reason that a revocation does not have")
        alone, compromised = revokes_itself(judged.statement), body["reason"] == "compromised"
        if ("since" in body) != (compromised and not alone):
            raise Refused("since belongs where editors revoke a compromised key, and nowhere else")
        if "since" in body and not (is_integer(body["since"]) and grant.at <= body["since"] <= judged.n):
            raise Refused("since is not between the key's grant and this entry")
        if grant.revocations and (alone or not compromised or len(grant.revocations) > 1):
            raise Refused("a revoked key may be revoked once more, as compromised")
        return lambda: grant.revocations.append((judged.n, body.get("since")))

    def control_withdrawal(self, judged, body):
        if body["reason"] not in ("safety", "privacy", "legal", "error"):
            raise Refused("a reason that a withdrawal does not have")
        of = self.digests_of(judged, body, "digests")
        return lambda: [self.withdrawn.setdefault((of.n, digest), judged.n) for digest in body["digests"]]

    def control_release(self, judged, body):
        of = self.digests_of(judged, body, "withheld")
        return lambda: [self.released.setdefault((of.n, digest), judged.n) for digest in body["digests"]]

    def control_amendment(self, judged, body):
        if "approvals" not in body:
            return None
        if body["approvals"] > len(self.rights.editors):
            raise Refused("more approvals than editors")
        return lambda: setattr(self.rights, "approvals", body["approvals"])

    def digests_of(self, judged, body, among):
        """4.2, 4.3: of any type but the control ones; ascending digests among those of that statement."""
        of = judged.of
        if not is_hash(body["of"]) or of is None or of.statement.control:
            raise Refused("`of` names no earlier statement with content")
        check_digests(body["digests"], "digests")
        if of.readable and not set(body["digests"]) <= set(getattr(of, among)):
            raise Refused(f"a digest that is not among the {among} of entry {of.n}")
        return of

    def check_references(self, judged, body):
        """4.2: `of` an event (a retraction: or a remark), maybe `to` another one. Those of an unknown type leave
        the entry intact, without effect, not understood."""
        kind = judged.statement.type
        if kind not in ("correction", "retraction", "remark"):
            return
        allowed = ("event", "remark") if kind == "retraction" else ("event",)
        for name in ["of"] + ["to"] * (kind == "remark" and "to" in body):
            target = self.by_hash.get(body[name]) if is_hash(body.get(name)) else None
            if target is None:
                raise Refused(f"`{name}` names no earlier statement")
            if target.statement.type not in CONTENT_TYPES + CONTROL_TYPES:
                self.not_understood(judged.n, f"a {kind} whose `{name}` is of an unknown type")
            elif target.statement.type not in allowed:
                raise Refused(f"`{name}` names a {target.statement.type}")
        if kind == "remark" and body.get("to") == body["of"]:
            raise Refused("`to` names the same event as `of`")

    def check_commitments(self, judged, body):
        """4.3: `_sd` at the top, and lists in which each element is a digest; nowhere else. Stricter: no such
        list bears a structural name."""
        kind = judged.statement.type
        known = {"type", "_sd", "withheld"} | {"event": set(), "remark": {"of", "to"}}.get(kind, {"of"})
        if kind not in CONTENT_TYPES:
            self.not_understood(judged.n, f"the type {kind}")
        digests = []
        for name, value in body.items():
            if name == "_sd":
                check_digests(value, name)
                digests += [(digest, None) for digest in value]
            elif name in MARKS:
                raise Refused(f"`{name}` at the top")
            elif name == "withheld":
                check_digests(value, name)
            elif isinstance(value, list) and any(isinstance(item, dict) and "..." in item for item in value):
                if name in STRUCTURAL or not all(isinstance(i, dict) and set(i) == {"..."} and is_hash(i["..."])
                                                 for i in value):
                    raise Refused(f"the list {name} is not of digests alone")
                digests += [(item["..."], name) for item in value]
            elif value == [] or has_mark(value):
                raise Refused(f"{name} is an empty list, or has a digest where none belongs")
            elif kind in CONTENT_TYPES and name not in known:
                self.not_understood(judged.n, f"the field {name} in the clear")
        judged.digests, judged.withheld = dict(digests), set(body.get("withheld", ()))
        if len(judged.digests) < len(digests) or len(digests) > MAX_DIGESTS:
            raise Refused("a digest that stands twice, or more than 1,024")
        if not judged.withheld <= set(judged.digests):
            raise Refused("withheld names a digest that is not the statement's")

    def not_understood(self, n, text):
        self.unknown.add(n)
        self.note(f"entry {n}: not understood: {text}")

    # -------------------------------------------------------------------------------------------- doubt (4.7)

    def find_doubt(self):
        """4.7: from the lowest `since` on, a key's signatures are doubted; an entry is where without them it would
        lack one that 4.2 asks for; a key that a doubted entry granted, from its grant on. The charter never."""
        doubted_from = {}
        for key, grant in self.rights.grants.items():
            since = [since for _, since in grant.revocations if since is not None]
            if since:
                doubted_from[key] = min(since)
        for n, judged in sorted(self.judged.items()):
            sound = {key for key in judged.counted if doubted_from.get(key, n + 1) > n}
            if not judged.clean or judged.statement.type == "charter" or sound == judged.counted \
                    or suffice(judged, sound):
                continue
            self.doubted.add(n)
            if judged.statement.type == "grant":
                key = "+".join(judged.statement.body["vkey"].split("+")[:2])
                doubted_from[key] = min(n, doubted_from.get(key, n))
        if self.doubted:
            self.note("doubted: signed with a key that was compromised by then: entries "
                      + ", ".join(map(str, sorted(self.doubted))))

    # ------------------------------------------------------------------------------------ 9. Content (4.3)

    def step9_content(self):
        """Each disclosure was signed, for its place, under a name that occurs once; each digest is disclosed,
        withheld or withdrawn. (A directory at rest: the design's second reading changes nothing here.)"""
        self.content, self.captures = {}, []         # entry -> disclosures; (entry, value) of what is shown
        for path in self.files.walk("content"):
            place = parse_tile_path(path.removesuffix(".jsonl"))
            if not path.endswith(".jsonl") or place is None or place[1] != TILE:
                self.note(f"content/{path} is no place of a ledger")
            elif place[0] * TILE >= self.size:
                self.note(f"content/{path} lies beyond the checkpoint")
            elif self.judges_content(place[0] * TILE):
                self.read_content(path, place[0] * TILE)
        last = [n for n in self.entries if n not in self.judged or self.judged[n].statement.type != "release"]
        self.last_but_releases = max(last, default=-1)
        for n in sorted(set(self.content) | set(self.judged)):
            if n in self.judged:                     # else: an entry that is missing or unreadable, said above
                self.judge_content(self.judged[n], self.content.get(n, []))

    def judges_content(self, n):
        return self.needs_newer is None or n < self.needs_newer

    def read_content(self, path, first):
        """4.3: one canonical line for each entry that has any, in order, of at most 1 MiB."""
        data = self.files.read(f"content/{path}", TILE * (MAX_CONTENT_LINE + 1))
        if data and not data.endswith(b"\n"):
            self.finding(9, None, "content-line", f"content/{path} does not end with its last line")
        previous = first - 1
        for line in data.split(b"\n")[:-1]:
            try:
                n, disclosures = self.parse_content_line(line)
                if not previous < n < first + TILE:
                    raise Refused(f"entry {n} is not in its place")
            except Refused as error:
                self.finding(9, None, "content-line", f"content/{path}, after entry {previous}: {error}")
                continue
            previous = n
            if n >= self.size:
                self.note(f"content of entry {n} lies beyond the checkpoint")
            elif self.judges_content(n):
                self.content[n] = disclosures

    def parse_content_line(self, line):
        """4.3: `{"disclosures":[[…],…],"entry":12}`; 4: ten levels."""
        if len(line) > MAX_CONTENT_LINE:
            raise Refused("a line of more than 1 MiB")
        value = parse_json(line, levels=10)
        if not isinstance(value, dict) or set(value) != {"disclosures", "entry"} or not is_integer(value["entry"]) \
                or not isinstance(value["disclosures"], list) or not value["disclosures"]:
            raise Refused("not disclosures and their entry")
        return value["entry"], value["disclosures"]

    def judge_content(self, judged, disclosures):
        n = judged.n
        if judged.statement.control:
            if disclosures:
                self.finding(9, n, "not-signed", f"content beside a {judged.statement.type}")
            return
        if not judged.readable:
            return
        digests = [b64(sha256(canonical(disclosure))) for disclosure in disclosures]
        if not ascending(digests):
            self.finding(9, n, "content-order", "disclosures are not ascending by digest")
        names = set(judged.statement.body) | STRUCTURAL
        for digest, disclosure in zip(digests, disclosures):
            self.judge_disclosure(judged, digest, disclosure, names)
        for digest in judged.digests:
            if (n, digest) in self.withdrawn:
                self.withdrawn_entries.add(n)
            if digest not in digests:
                self.judge_absent(judged, digest)

    def judge_disclosure(self, judged, digest, disclosure, names):
        """What is published must have been signed, and may be published; what was withdrawn is judged no further.
        Stricter: a release is needed even for what was withdrawn besides."""
        n = judged.n
        if digest not in judged.digests:
            self.finding(9, n, "not-signed", f"content that was not signed: {digest}")
        elif digest in judged.withheld and (n, digest) not in self.released:
            self.finding(9, n, "withheld", f"content that its authors withheld is published: {digest}")
        elif (n, digest) in self.withdrawn:
            self.note(f"this copy still holds withdrawn content of entry {n}")
        else:
            try:
                name, value = self.parse_disclosure(disclosure, judged.digests[digest], names)
            except Refused as error:
                self.finding(9, n, "disclosure", f"{error}: {digest}")
                return
            if name == "captures":
                whole = judged.digests[digest] is None and isinstance(value, list)
                self.captures += [(n, item) for item in (value if whole else [value])]

    def parse_disclosure(self, disclosure, place, names):
        """4.3: `[salt, name, value]` for a field, `[salt, value]` for an element; 18 bytes of salt."""
        if not isinstance(disclosure, list) or len(disclosure) != (3 if place is None else 2):
            raise Refused("a disclosure that was not signed for this place")
        check_json(disclosure, 8)
        if not isinstance(disclosure[0], str):
            raise Refused("a salt that is no string")
        unb64(disclosure[0], 18)
        if has_mark(disclosure[-1]):
            raise Refused("a digest's key within a disclosed value")
        if place is not None:
            return place, disclosure[1]
        name = disclosure[1]
        if not isinstance(name, str) or not KEY.fullmatch(name) or name in names:
            raise Refused("a disclosed name that is structural, occurs twice or is none")
        names.add(name)
        return name, disclosure[2]

    def judge_absent(self, judged, digest):
        """4.3: withheld, withdrawn, released but not here yet; anything else is missing."""
        n, release = judged.n, self.released.get((judged.n, digest))
        if (n, digest) in self.withdrawn or digest in judged.withheld and release is None:
            return
        place = judged.digests[digest] or "a field"
        if release is not None and self.last_but_releases < release:
            self.note(f"entry {n}: released, not here: {digest}")
        else:
            self.finding(9, n, "content-missing", f"{place}: neither disclosed, withheld nor withdrawn: {digest}")

    # ----------------------------------------------------------------------------- 10. Evidence (4.3, 4.5)

    def step10_evidence(self):
        """A capture that is shown and `stored: public` is in `evidence/`, with the digest that was signed."""
        named = set()
        for n, value in self.captures:
            digest = value.get("digest") if isinstance(value, dict) else None
            public = isinstance(value, dict) and value.get("stored") == "public"
            if not isinstance(digest, str) or not re.fullmatch(r"sha256:[0-9a-f]{64}", digest):
                if public:
                    self.note(f"entry {n}: a public capture whose digest is not understood")
                continue
            sha = digest.removeprefix("sha256:")
            path = f"evidence/{sha[:2]}/{sha}"
            named.add(f"{sha[:2]}/{sha}")
            there = self.digest_of_file(path)
            if there is None and public:
                self.finding(10, n, "evidence-missing", f"no {path}")
            elif there is not None and there != sha:
                self.finding(10, n, "evidence", f"{path} is not what was captured")
        for path in self.files.walk("evidence"):
            if path not in named:
                self.note(f"evidence/{path} is named by nothing that is shown")

    def digest_of_file(self, path):
        full = os.path.join(self.files.root, *path.split("/"))
        if not os.path.isfile(full):
            return None
        try:
            with open(full, "rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise CouldNotRun(f"{full}: {error.strerror}")

    # ---------------------------------------------------------------------------------------- 11. Time (4.5)

    def step11_time(self):
        """Only the place: responses are for openssl to verify. And what else lies in the directory."""
        for path in self.files.walk("timestamps"):
            match = re.fullmatch(r"([1-9][0-9]{0,15})\.tsr", path)
            if not match or int(match.group(1)) > self.size:
                self.note(f"timestamps/{path} is for no size of this ledger")
        known = {"checkpoint", "checkpoint.pending", "tile", "content", "evidence", "timestamps"}
        for name in self.files.top():
            if name not in known:
                self.note(f"{name} is no part of a ledger")

    # --------------------------------------------------------------------------------------- the verdict (7)

    def verdict(self):
        """7: a finding outweighs all; then what could not be judged; then who vouches."""
        if self.findings:
            return "not-intact", 3
        if self.needs_newer is not None:
            return "needs-newer", 5
        if not self.anchors or not self.anchors.chosen or not self.quorum:
            return "unvouched", 4
        return "intact", 0

    def report(self):
        at = self.checkpoint or self.pending
        return {
            "verdict": self.verdict()[0],
            "origin": at and at.origin, "size": at and at.size, "root": at and b64(at.root),
            "findings": self.findings, "notes": list(self.notes),
            "doubted": sorted(self.doubted), "unknown": sorted(self.unknown),
            "withdrawn": sorted(self.withdrawn_entries), "needsNewerFrom": self.needs_newer,
        }


# ----------------------------------------------------------------------------------------------------- main

def verify(directory, trust=None):
    """The report and the exit code."""
    if not os.path.isdir(directory):
        raise CouldNotRun(f"{directory}: no such directory")
    beside = os.path.join(os.path.dirname(os.path.abspath(directory)), "Keys")
    anchors = None
    if trust is not None:
        anchors = read_anchors(trust, chosen=True)
    elif os.path.isdir(beside):
        anchors = read_anchors(beside, chosen=False)
    verification = Verification(directory, anchors)
    verification.run()
    return verification.report(), verification.verdict()[1]


def plain(text):
    """7: text that came from a ledger can never move the cursor."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def show(report):
    words = {"intact": "Intact", "not-intact": "NOT INTACT", "unvouched": "Consistent, but nobody vouches for it",
             "needs-newer": f"Needs a newer verifier from entry {report['needsNewerFrom']} on"}
    print(plain(f"{words[report['verdict']]}: {report['origin']}, {report['size']} entries, root {report['root']}"))
    for finding in report["findings"]:
        entry = "" if finding["entry"] is None else f"entry {finding['entry']}  "
        print(plain(f"  step {finding['step']}  {entry}{finding['code']}: {finding['text']}"))
    for note in report["notes"]:
        print(plain(f"  note  {note}"))
    for name in ("doubted", "unknown", "withdrawn"):
        if report[name]:
            print(f"  {name}: {', '.join(map(str, report[name]))}")


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="verify.py", description="An independent verifier of Daftar ledgers.")
    parser.error = lambda message: (print(f"error: {message}", file=sys.stderr), sys.exit(64))
    parser.add_argument("directory", metavar="DIR")
    parser.add_argument("--trust", metavar="KEYSDIR")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        report, code = verify(chosen.directory, chosen.trust)
    except (CouldNotRun, OSError) as error:
        print(f"error: {plain(str(error))}", file=sys.stderr)
        return 1
    if chosen.json:
        print(json.dumps(report, indent=2))
    else:
        show(report)
    return code


if __name__ == "__main__":
    sys.exit(main())
