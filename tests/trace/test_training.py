import json

import numpy as np
import pytest

from training.relays import OWN, Rows, families, fit


def test_the_families_are_well_made() -> None:
    known = families(OWN)
    assert len(known) >= 6
    assert all(len(one.articles) >= 8 for one in known)


def test_a_quote_that_is_not_in_its_text_is_refused(tmp_path) -> None:
    held = json.loads(next(OWN.glob("*.json")).read_text("utf-8"))
    claim = held["claims"][0]
    next(iter(claim["carriers"].values()))["quote"] = "never said"
    (tmp_path / "bad.json").write_text(json.dumps(held), "utf-8")
    with pytest.raises(ValueError, match="never said"):
        families(tmp_path)


def test_what_is_fitted_tells_the_classes_apart() -> None:
    values = np.random.default_rng(0).standard_normal((200, 2))
    right = (values[:, 0] > 0).astype(float)
    model = fit(("tells", "noise"), Rows(values, right, np.ones(200)))
    chances = model.probabilities(values.tolist())
    assert ((chances > 0.5) == (right > 0)).mean() > 0.95
    assert model.shares([2.0, 2.0])[0][0] == "tells"
