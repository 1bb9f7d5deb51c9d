"""Train the reader: `python -m training.train --data ../shared --out build/training`.

Two stages: a warm-up on debates, names and the annotated corpus at a steady rate, then rounds
on the annotated corpus and names, in each of which the rate falls to nothing. A checkpoint
after every epoch; the same command goes on from the last one.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import accumulate
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training import corpus
from training.base import load_base, load_vocabulary
from training.batches import Batch, batches
from training.corpus import Text
from training.examples import Example, examples
from training.losses import WEIGHTS, losses
from training.model import Reader


@dataclass(frozen=True)
class Recipe:
    """What decides the weights, besides the data; rates are those at the top of the schedule."""

    seed: int = 7
    conditional: int = 4
    dropout: float = 0.1
    encoder_rate: float = 1.5e-4
    head_rate: float = 6e-4
    layer_decay: float = 0.93
    weight_decay: float = 0.01
    warm_epochs: int = 2
    rounds: tuple[int, ...] = (7, 6, 4)
    restart: float = 0.7
    name_parts: int = 2
    batch_tokens: int = 1024
    windows: tuple[int, ...] = (128, 254, 254, 380)
    warm_steps: int = 150
    ema: float = 0.998


class Trainer:
    """The network, its optimiser and its averaged weights, through the stages of a recipe."""

    def __init__(self, recipe: Recipe, data: Path, out: Path, threads: int) -> None:
        torch.set_num_threads(threads)
        base = load_base()
        self.recipe, self.data, self.out = recipe, data, out
        self.vocabulary = load_vocabulary()
        self.words = torch.from_numpy(base.words.dense().reshape(-1, base.hidden))
        self.reader = Reader.from_base(base, recipe.conditional, recipe.dropout, recipe.seed)
        self.average = {name: p.detach().clone() for name, p in self.reader.named_parameters()}
        self.rates = [float(str(group["lr"])) for group in _groups(self.reader, recipe)]
        self.optimiser = self._optimiser()
        self.epoch = self.step = 0
        out.mkdir(parents=True, exist_ok=True)

    def run(self, until: int | None = None) -> None:
        """Train from the last checkpoint to the end, or up to epoch `until`."""
        self.resume()
        last = self.recipe.warm_epochs + sum(self.recipe.rounds)
        while self.epoch < min(last, until or last):
            if self.epoch in self._starts():
                self.optimiser, self.step = self._optimiser(), 0
            self.one_epoch()
            self.epoch += 1
            self.save()

    def _optimiser(self) -> torch.optim.Optimizer:
        return torch.optim.AdamW(
            list(_groups(self.reader, self.recipe)), betas=(0.9, 0.98), fused=True
        )

    def _starts(self) -> list[int]:
        """Return the epochs with which later rounds begin."""
        return list(accumulate(self.recipe.rounds, initial=self.recipe.warm_epochs))[1:-1]

    def one_epoch(self) -> None:
        """Go once through the texts of this epoch."""
        random = np.random.default_rng((self.recipe.seed, self.epoch))
        torch.manual_seed(self.recipe.seed * 1000 + self.epoch)
        pool = list(self._examples(random))
        plan = list(batches(pool, self.recipe.batch_tokens, random))
        sums: dict[str, list[float]] = {}
        began = time.monotonic()
        self.reader.train()
        for number, batch in enumerate(plan):
            self._rate((number + 1) / len(plan))
            for name, value in self._learn(batch, random).items():
                sums.setdefault(name, []).append(value)
            if number % 50 == 49 or number == len(plan) - 1:
                means = {name: round(float(np.mean(v[-50:])), 4) for name, v in sums.items()}
                seconds = round(time.monotonic() - began)
                self._log({"step": number + 1, "of": len(plan), "seconds": seconds, **means})

    def _examples(self, random: np.random.Generator) -> Iterable[Example]:
        for text in self._texts(random):
            size = int(random.choice(self.recipe.windows))
            yield from examples(text, self.vocabulary, size, random)

    def _texts(self, random: np.random.Generator) -> list[Text]:
        """Return this epoch's texts: corpus, a part of the names, in the warm-up debates."""
        warm = self.epoch < self.recipe.warm_epochs
        texts = [text for text in corpus.annotated(self.data) if not text.held_out]
        named = corpus.names(self.data / "mentions" / "mentions.jsonl")
        packed = pack([text for text in named if not text.held_out])
        parts = self.recipe.warm_epochs if warm else self.recipe.name_parts
        chosen = random.permutation(len(packed))[: len(packed) // parts]
        texts += [packed[i] for i in chosen]
        if warm:
            debates = corpus.records(self.data / "debates" / "bundestag.jsonl", "debates")
            texts += debates[self.epoch :: self.recipe.warm_epochs]
        return texts

    def _learn(self, batch: Batch, random: np.random.Generator) -> dict[str, float]:
        """Take one step; return the losses."""
        words = self.words[batch.ids]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(self.reader, words, batch, random)
        total: Tensor = sum(WEIGHTS[name] * loss for name, loss in found.items())
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step += 1
        keep = min(self.recipe.ema, (1 + self.step) / (10 + self.step))
        parameters = [p.detach() for p in self.reader.parameters()]
        torch._foreach_lerp_(list(self.average.values()), parameters, 1 - keep)
        return {name: loss.item() for name, loss in found.items()}

    def _rate(self, part: float) -> None:
        """Set the learning rates: a short rise, level through the warm-up, then falling to
        nothing, once a round."""
        recipe = self.recipe
        scale = min(1.0, (self.step + 1) / recipe.warm_steps)
        begin = recipe.warm_epochs
        for number, epochs in enumerate(recipe.rounds):
            if begin <= self.epoch < begin + epochs:
                top = recipe.restart if number else 1.0
                scale *= top * max(0.0, 1 - (self.epoch + part - begin) / epochs)
            begin += epochs
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * scale

    def _log(self, row: Mapping[str, float]) -> None:
        line = json.dumps({"epoch": self.epoch, **row})
        print(line, flush=True)
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def save(self) -> None:
        """Write a checkpoint in the place of the last one."""
        state = {
            "reader": self.reader.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "recipe": asdict(self.recipe),
        }
        part = self.out / "checkpoint.part"
        torch.save(state, part)
        part.replace(self.out / "checkpoint.pt")

    def resume(self) -> None:
        """Go on from the checkpoint, if there is one."""
        path = self.out / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        self.reader.load_state_dict(state["reader"])
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch, self.step = state["epoch"], state["step"]


def _groups(reader: Reader, recipe: Recipe) -> Iterable[dict[str, object]]:
    """Yield parameter groups: the deeper a layer of the encoder, the lower its rate."""
    depth = len(reader.encoder.layers)
    for name, parameter in reader.named_parameters():
        rate = recipe.head_rate
        if name.startswith("encoder.layers."):
            level = depth - 1 - int(name.split(".")[2])
            rate = recipe.encoder_rate * recipe.layer_decay**level
        elif name.startswith("conditioner.layers."):
            rate = recipe.encoder_rate
        elif name.startswith(("encoder.position", "encoder.kind", "encoder.norm")):
            rate = recipe.encoder_rate * recipe.layer_decay**depth
        decay = recipe.weight_decay if parameter.ndim > 1 else 0.0
        yield {"params": [parameter], "lr": rate, "weight_decay": decay}


def pack(texts: Iterable[Text], characters: int = 800) -> list[Text]:
    """Join neighbouring texts of one language, a line each, so that windows are full."""
    packed: list[Text] = []
    for text in texts:
        last = packed[-1] if packed else None
        if last is None or last.language != text.language or len(last.text) > characters:
            packed.append(text)
            continue
        shift = len(last.text) + 1
        names = tuple((b + shift, e + shift, kind) for b, e, kind in text.names or ())
        joined = replace(
            last, text=f"{last.text}\n{text.text}", names=(*(last.names or ()), *names)
        )
        packed[-1] = joined
    return packed


def main() -> None:
    """Train by the default recipe, from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--until", type=int, help="stop after this many epochs")
    given = parser.parse_args()
    Trainer(Recipe(), given.data, given.out, given.threads).run(given.until)


if __name__ == "__main__":
    main()
