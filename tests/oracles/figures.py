"""Makes the reference figures that `tests/integration/figures.rs` is held against.

    python3 -m venv v && v/bin/pip install numpy==2.4.6 scipy==1.17.1 krippendorff==0.9.0 pingouin==0.7.0
    v/bin/python figures.py

Each file holds its inputs as well: random matrices of many sizes, with holes and ties, drawn from a fixed seed.
`null` stands for a hole, and for a figure that the reference refuses.
"""

import json
import warnings

import krippendorff
import numpy as np
import pandas as pd
import pingouin
from scipy import stats

warnings.simplefilter("ignore")
draw = np.random.default_rng(20261128)


def plain(value):
    return None if value is None or not np.isfinite(value) else float(value)


def write(name, cases):
    with open(name, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")


def alpha(ratings, level, values):
    """PyPI krippendorff; a row a rater."""
    try:
        return plain(krippendorff.alpha(ratings, value_domain=values, level_of_measurement=level))
    except ValueError:
        return None


def agreement():
    """The "C" data first (manual of R's irr 0.84.1, `kripp.alpha`), then 200 at random."""
    hole = np.nan
    c = np.array([1, 1, hole, 1, 2, 2, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 1, 2, 3, 4, 4, 4, 4, 4,
                  1, 1, 2, 1, 2, 2, 2, 2, hole, 5, 5, 5, hole, hole, 1, 1, hole, hole, 3, hole]).reshape(12, 4).T
    cases = [(c, [1, 2, 3, 4, 5])]
    for _ in range(200):
        raters, units, steps = draw.integers(2, 13), draw.integers(1, 13), draw.integers(2, 8)
        values = np.sort(draw.choice(np.arange(0, 12), steps, replace=False)) / draw.choice([1, 2])
        # Raters agree more or less with what the unit is like.
        like = draw.integers(0, steps, units)
        own = draw.integers(0, steps, (raters, units))
        ratings = values[np.where(draw.random((raters, units)) < draw.random(), like, own)].astype(float)
        ratings[draw.random((raters, units)) < draw.choice([0.0, 0.2, 0.5])] = np.nan
        cases.append((ratings, [float(value) for value in values]))
    write("agreement.json", [
        {"values": values, "ratings": [[plain(value) for value in row] for row in ratings]}
        | {level: alpha(ratings, level, values) for level in ["nominal", "ordinal", "interval", "ratio"]}
        for ratings, values in cases
    ])


def consensus():
    """`1 + sum p_i log2(1 - |x_i - mu| / d)` in numpy; R's agrmt documents the first as 0.7256876."""
    cases = [[30, 40, 210, 130, 530, 50, 10]]
    cases += [draw.integers(0, 12, draw.integers(2, 8)).tolist() for _ in range(100)]
    out = []
    for counts in cases:
        counts = np.array(counts, dtype=float)
        if counts.sum() == 0:
            continue
        share, place = counts / counts.sum(), np.arange(len(counts))
        used = share > 0
        apart = np.abs(place - (share * place).sum()) / (len(counts) - 1)
        figure = 1 + (share[used] * np.log2(1 - apart[used])).sum()
        out.append({"counts": [int(count) for count in counts], "consensus": plain(figure)})
    write("consensus.json", out)


def ranks():
    """scipy's Kendall tau-b of two rankings with ties."""
    out = []
    for _ in range(200):
        many = draw.integers(2, 10)
        a, b = (stats.rankdata(draw.integers(0, draw.integers(2, 10), many)) for _ in range(2))
        out.append({"a": a.tolist(), "b": b.tolist(), "tau_b": plain(stats.kendalltau(a, b, variant="b").statistic)})
    write("ranks.json", out)


def items():
    """pingouin's Cronbach alpha on complete rows; its interval, which pingouin rounds, by scipy's F in the same formula;
    corrected item-total correlations by numpy."""
    out = []
    while len(out) < 200:
        persons, many = draw.integers(3, 26), draw.integers(2, 9)
        able = draw.normal(0, draw.choice([0.0, 0.5, 1.0]), (persons, 1))
        credits = np.clip(np.round((0.5 + 0.25 * (able + draw.normal(0, 1, (persons, many)))) * 4) / 4, 0, 1)
        credits[draw.random((persons, many)) < draw.choice([0.0, 0.05])] = np.nan
        whole = credits[~np.isnan(credits).any(axis=1)]
        if len(whole) < 2:
            continue
        figure = None
        if whole.sum(axis=1).var() > 1e-12:
            figure, _ = pingouin.cronbach_alpha(pd.DataFrame(credits), nan_policy="listwise")
        low = high = None
        if figure is not None:
            one, two = len(whole) - 1, (len(whole) - 1) * (many - 1)
            low, high = (1 - (1 - figure) * stats.f.isf(share, one, two) for share in (0.025, 0.975))
        rest = []
        for at in range(many):
            own, others = whole[:, at], np.delete(whole, at, axis=1).sum(axis=1)
            flat = own.var() < 1e-12 or others.var() < 1e-12
            rest.append(None if flat else plain(np.corrcoef(own, others)[0, 1]))
        out.append({"credits": [[plain(value) for value in row] for row in credits], "alpha": plain(figure),
                    "low": plain(low), "high": plain(high), "item_rest": rest})
    write("items.json", out)


agreement()
consensus()
ranks()
items()
