"""The peer of `mod.rs`: the same figures by numpy and krippendorff, timed here.

    python3 peer.py FOLDER PERSONS DECISIONS STEPS

FOLDER holds `answers` (a byte each) and `credits` (eight, little-endian), a row a person. The first line out has the
figures; then each line in is one round, and the line out says how many seconds it took. Ends with 3 if a package is
missing.
"""

import json
import sys
import time
from pathlib import Path

try:
    import krippendorff
    import numpy as np
except ImportError:
    sys.exit(3)

folder = Path(sys.argv[1])
persons, decisions, steps = map(int, sys.argv[2:])
answers = np.fromfile(folder / "answers", dtype=np.uint8).reshape(persons, decisions)
credits = np.fromfile(folder / "credits", dtype="<f8").reshape(persons, decisions)
values = list(range(steps))


def cronbach():
    within, whole = credits.var(axis=0, ddof=1).sum(), credits.sum(axis=1).var(ddof=1)
    return decisions / (decisions - 1) * (1 - within / whole)


def item_rests():
    """Each item with the rest of the total, as one writes it with numpy. As a single product with the totals it would take
    a quarter of this: then the whole is some 20 times ours, not 25 and more."""
    totals = credits.sum(axis=1)
    return [np.corrcoef(own, totals - own)[0, 1] for own in credits.T]


def alpha():
    return krippendorff.alpha(answers, value_domain=values, level_of_measurement="interval")


print(json.dumps([cronbach(), alpha(), *item_rests()]), flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    cronbach(), item_rests(), alpha()
    print(time.perf_counter() - start, flush=True)
