"""ChaCha with eight rounds, straight from RFC 8439's description of the block function (which uses twenty), with a
64-bit counter as in the original. Prints the draws that `src/run/rng.rs` holds in its test.

    python3 tests/oracles/luck.py
"""
import struct


def quarter(s, a, b, c, d):
    rotate = lambda v, n: ((v << n) | (v >> (32 - n))) & 0xFFFFFFFF
    s[a] = (s[a] + s[b]) & 0xFFFFFFFF; s[d] = rotate(s[d] ^ s[a], 16)
    s[c] = (s[c] + s[d]) & 0xFFFFFFFF; s[b] = rotate(s[b] ^ s[c], 12)
    s[a] = (s[a] + s[b]) & 0xFFFFFFFF; s[d] = rotate(s[d] ^ s[a], 8)
    s[c] = (s[c] + s[d]) & 0xFFFFFFFF; s[b] = rotate(s[b] ^ s[c], 7)


def block(key, counter):
    start = list(struct.unpack("<4I", b"expand 32-byte k")) + list(struct.unpack("<8I", key))
    start += [counter & 0xFFFFFFFF, counter >> 32, 0, 0]
    s = start[:]
    for _ in range(4):
        for q in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)):
            quarter(s, *q)
        for q in ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(s, *q)
    return [(a + b) & 0xFFFFFFFF for a, b in zip(s, start)]


def draw(seed, slot):
    key = struct.pack("<Q", seed) + b"def-luck" + bytes(16)
    return block(key, slot // 16)[slot % 16]


print([draw(7, slot) for slot in (0, 1, 63, 64, 1000)])
