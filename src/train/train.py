"""Trains one network on the treebanks: a teacher on people's answers, or a smaller one also on what teachers answer.

    python train.py NAME --data DIR --work DIR [--teachers A,B] [--silver FILE] [--minutes N] [--threads N]

NAME is one of `SIZES`. Writes WORK/NAME.pt (best on dev so far) and WORK/NAME.resume.pt (to go on after a stop).
The learning rate follows the clock, so a run ends when its minutes are over, whatever the machine.
"""

import argparse
import copy
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from augment import augmented, shuffled_words
from features import Vocabulary, keys
from network import Batch, Network, Size
from treebank import ENTITY_TYPES, Sentence, read

SIZES = {
    "teacher-a": Size(layers=3, hidden=224, form=256, arc=192, label=160, span=96, dropout=0.4, recurrent_dropout=0.25),
    "teacher-b": Size(encoder="conv", layers=7, hidden=256, form=256, arc=192, label=160, span=96, dropout=0.35),
    "default": Size(layers=3, hidden=200, form=208, arc=160, label=128, span=80, dropout=0.16, recurrent_dropout=0.05),
    "fast": Size(layers=2, hidden=128, form=128, arc=96, label=96, span=64, dropout=0.15, recurrent_dropout=0.05),
}
LONGEST = 90
BATCH_WORDS = 1400


class Data:
    """The treebanks with everything numbered."""

    def __init__(self, folder: Path, silver: Path | None):
        self.train = [s for name in ("ewt", "gum") for s in read(folder / f"{name}-train.conllu")]
        self.train = [s for s in self.train if len(s) <= LONGEST]
        self.dev = {name: read(folder / f"{name}-dev.conllu") for name in ("ewt", "gum")}
        self.silver = [] if silver is None else [Sentence(s.forms, s.upos, s.xpos, gold=False) for s in read(silver)]
        self.silver = [s for s in self.silver if 3 <= len(s) <= LONGEST]
        self.vocabulary = Vocabulary.of(form for s in self.train for form in s.forms)
        self.upos, self.xpos, self.labels = (
            sorted({value for s in self.train for value in getattr(s, name)}) for name in ("upos", "xpos", "deprels")
        )
        self.upos_index, self.xpos_index, self.label_index = (
            {value: i for i, value in enumerate(values)} for values in (self.upos, self.xpos, self.labels)
        )
        pool: dict[str, list[str]] = {}
        for s in self.train:
            for form, tag in zip(s.forms, s.xpos):
                pool.setdefault(tag, []).append(form)
        open_tags = ("NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "JJ", "RB", "CD")
        self.pool = {tag: pool[tag] for tag in open_tags}

    def batch(self, sentences: list[Sentence]) -> Batch:
        distinct: dict[str, int] = {}
        count, longest = len(sentences), max(len(s) for s in sentences)
        forms = torch.zeros(count, longest, dtype=torch.long)
        upos, xpos, heads, labels = (torch.full((count, longest), -1) for _ in range(4))
        spans = torch.full((count, longest, longest), -1)
        mentions: list[tuple[int, int, int]] = []
        for b, s in enumerate(sentences):
            n = len(s)
            forms[b, :n] = torch.tensor([distinct.setdefault(form, len(distinct)) for form in s.forms])
            if s.gold:
                upos[b, :n] = torch.tensor([self.upos_index.get(tag, -1) for tag in s.upos])
                xpos[b, :n] = torch.tensor([self.xpos_index.get(tag, -1) for tag in s.xpos])
                heads[b, :n] = torch.tensor(s.heads) + 1
                labels[b, :n] = torch.tensor([self.label_index.get(label, -1) for label in s.deprels])
                if s.spans is not None:
                    spans[b, :n, :n] = torch.triu(torch.ones(n, n, dtype=torch.long)) - 1
                    for first, last, kind in s.spans:
                        spans[b, first, last] = kind + 1
                        mentions.append((b, head_of(s.heads, first, last), kind))
        words = list(distinct)
        rows = torch.tensor([self.vocabulary.row(form) for form in words])
        chars = [self.vocabulary.char_row(form) for form in words]
        width = max(len(row) for row in chars)
        seen = torch.tensor([self.vocabulary.counts.get(keys(form)["word"], 0) for form in words], dtype=torch.float)
        return Batch(
            rows=rows,
            chars=torch.tensor([row + [0] * (width - len(row)) for row in chars]),
            # The rarer a word, the oftener it is hidden, so that the network learns to do without it.
            dropped=0.05 + 0.25 / (0.5 + seen).sqrt().clamp(min=1),
            forms=forms,
            lengths=torch.tensor([len(s) for s in sentences]),
            upos=upos,
            xpos=xpos,
            heads=heads,
            labels=labels,
            spans=spans,
            mentions=torch.tensor(mentions, dtype=torch.long).reshape(-1, 3),
            gold=torch.tensor([s.gold for s in sentences]),
        )

    def passes(self, rng: random.Random, distil: bool) -> Iterator[list[list[Sentence]]]:
        """Batches of like lengths, one list a pass; teachers may be asked about changed sentences too."""
        while True:
            sentences = [augmented(s, rng) for s in self.train]
            if distil:
                sentences += [shuffled_words(s, self.pool, rng, 0.25) for s in rng.sample(self.train, len(self.train) // 3)]
                sentences += [s for s in self.silver for _ in range(2)]
            sentences.sort(key=lambda s: (len(s) + rng.random() * 3))
            batches: list[list[Sentence]] = [[]]
            for s in sentences:
                if batches[-1] and (len(batches[-1]) + 1) * len(s) > BATCH_WORDS:
                    batches.append([])
                batches[-1].append(s)
            rng.shuffle(batches)
            yield batches

    def network(self, size: Size) -> Network:
        tables = {name: len(entries) for name, entries in self.vocabulary.tables.items()}
        counts = (len(self.vocabulary.chars), len(self.upos), len(self.xpos), len(self.labels), len(ENTITY_TYPES))
        return Network(size, tables, *counts)


def head_of(heads: Sequence[int], first: int, last: int) -> int:
    """The first word of a stretch that hangs on one outside of it."""
    return next((i for i in range(first, last + 1) if not first <= heads[i] <= last), first)


def own_loss(net: Network, batch: Batch, x: Tensor, forms: Tensor) -> Tensor:
    """Cross entropy against people's answers, per word."""
    upos, xpos = net.tags(x)
    words = (batch.heads >= 0).sum().clamp(min=1)
    loss = F.cross_entropy(net.arcs(x, batch.mask).flatten(0, 1), batch.heads.flatten(), ignore_index=-1, reduction="sum")
    labels = net.labels(x, batch.heads.clamp(min=0))
    loss = loss + F.cross_entropy(labels.flatten(0, 1), batch.labels.flatten(), ignore_index=-1, reduction="sum")
    for scores, gold in ((upos, batch.upos), (xpos, batch.xpos)):
        loss = loss + 0.5 * F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-1, reduction="sum")
    known = batch.spans >= 0
    if known.any():
        spans = net.spans(x)[known]
        loss = loss + 0.5 * F.binary_cross_entropy_with_logits(spans, (batch.spans[known] > 0).float(), reduction="sum")
    return loss / words + type_loss(net, batch, x, forms) / words


def type_loss(net: Network, batch: Batch, x: Tensor, forms: Tensor) -> Tensor:
    """Only people teach what mentions are: networks know it much worse than where they are."""
    if not len(batch.mentions):
        return x.new_zeros(())
    sentence, head, kind = batch.mentions.T
    return F.cross_entropy(net.types(x, forms, sentence, head), kind, reduction="sum")


class Answers:
    """What the teachers say of a batch: the mean of their probabilities (Hinton, Vinyals and Dean 2015)."""

    @torch.no_grad()
    def __init__(self, teachers: list[Network], batch: Batch):
        xs = [t.encode(batch)[0] for t in teachers]
        tags = [t.tags(x) for t, x in zip(teachers, xs)]
        self.upos = _mean([u for u, _ in tags])
        self.xpos = _mean([x for _, x in tags])
        self.arcs = _mean([t.arcs(x, batch.mask) for t, x in zip(teachers, xs)])
        self.heads = torch.where(batch.heads >= 0, batch.heads, self.arcs.argmax(2))
        self.labels = _mean([t.labels(x, self.heads) for t, x in zip(teachers, xs)])
        self.spans = torch.stack([t.spans(x).sigmoid() for t, x in zip(teachers, xs)]).mean(0)
        inside = batch.mask[:, :, None] & batch.mask[:, None, :]
        inside &= torch.ones(inside.shape[1:], dtype=torch.bool).triu()
        self.inside = inside


def _mean(scores: list[Tensor]) -> Tensor:
    return torch.stack([s.softmax(-1) for s in scores]).mean(0)


def taught_loss(net: Network, batch: Batch, x: Tensor, answers: Answers) -> Tensor:
    """Cross entropy against the teachers' probabilities, per word."""
    mask = batch.mask
    upos, xpos = net.tags(x)
    loss = _soft(net.arcs(x, mask)[mask], answers.arcs[mask])
    loss = loss + _soft(net.labels(x, answers.heads)[mask], answers.labels[mask])
    loss = loss + 0.5 * _soft(upos[mask], answers.upos[mask]) + 0.5 * _soft(xpos[mask], answers.xpos[mask])
    spans = net.spans(x)[answers.inside]
    loss = loss + 0.5 * F.binary_cross_entropy_with_logits(spans, answers.spans[answers.inside], reduction="sum")
    return loss / mask.sum()


def _soft(scores: Tensor, wanted: Tensor) -> Tensor:
    return -(wanted * scores.log_softmax(-1)).sum()


@torch.no_grad()
def scores_of(nets: list[Network], data: Data, sentences: list[Sentence]) -> dict[str, float]:
    """Percentages on gold words: UPOS, XPOS, UAS, LAS without subtypes, and F1 of typed mentions. Heads are greedy."""
    right = dict.fromkeys(("upos", "xpos", "uas", "las"), 0)
    total = hit = found = wanted = 0
    plain = [label.split(":")[0] for label in data.labels]
    number = {label: i for i, label in enumerate(sorted(set(plain)))}
    plain_of = torch.tensor([number[label] for label in plain])
    ordered = sorted(sentences, key=len)
    for at in range(0, len(ordered), 40):
        chunk = ordered[at : at + 40]
        batch = data.batch(chunk)
        answers = Answers(nets, batch)
        mask = batch.mask
        heads = answers.arcs.argmax(2)
        encoded = [net.encode(batch) for net in nets]
        labels = _mean([net.labels(x, heads) for net, (x, _) in zip(nets, encoded)]).argmax(2)
        good = heads == batch.heads
        total += int(mask.sum())
        right["upos"] += int(((answers.upos.argmax(2) == batch.upos) & mask).sum())
        right["xpos"] += int(((answers.xpos.argmax(2) == batch.xpos) & mask).sum())
        right["uas"] += int((good & mask).sum())
        right["las"] += int((good & (plain_of[labels] == plain_of[batch.labels]) & mask).sum())
        if chunk[0].spans is not None:
            sentence, first, last = ((answers.spans > 0.5) & answers.inside).nonzero(as_tuple=True)
            outer = (heads - 1).tolist()
            hung = torch.tensor(
                [head_of(outer[b], f, g) for b, f, g in zip(sentence.tolist(), first.tolist(), last.tolist())],
                dtype=torch.long,
            )
            kinds = _mean([net.types(x, forms, sentence, hung) for net, (x, forms) in zip(nets, encoded)]).argmax(1) + 1
            found += len(kinds)
            wanted += int((batch.spans > 0).sum())
            hit += int((batch.spans[sentence, first, last] == kinds).sum())
    result = {name: round(100 * n / total, 2) for name, n in right.items()}
    if wanted:
        result["mentions"] = round(200 * hit / (found + wanted), 2)
    return result


def load(path: Path, data: Data) -> Network:
    saved = torch.load(path, weights_only=False)
    net = data.network(saved["size"])
    net.load_state_dict(saved["weights"])
    return net.eval()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("name", choices=SIZES)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--teachers", default="")
    options.add_argument("--silver", type=Path)
    options.add_argument("--minutes", type=float, default=45)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rate", type=float, default=2e-3)
    chosen = options.parse_args()

    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    rng = random.Random(chosen.seed)
    data = Data(chosen.data, chosen.silver)
    teachers = [load(chosen.work / f"{name}.pt", data) for name in chosen.teachers.split(",") if name]
    net = data.network(SIZES[chosen.name])
    count = sum(p.numel() for p in net.parameters())
    inner = count - sum(p.numel() for p in net.tables.parameters())
    print(f"{chosen.name}: {count:,} weights, {inner:,} outside the tables, {len(data.train)} sentences", flush=True)

    mean = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), lr=chosen.rate, betas=(0.9, 0.95), weight_decay=0.01, eps=1e-6)
    best, step, used, passes_done = 0.0, 0, 0.0, 0
    resume = chosen.work / f"{chosen.name}.resume.pt"
    if resume.exists():
        saved = torch.load(resume, weights_only=False)
        net.load_state_dict(saved["net"])
        mean.load_state_dict(saved["mean"])
        optimiser.load_state_dict(saved["optimiser"])
        best, step, used, passes_done = saved["state"]
        rng.seed(chosen.seed + passes_done)
        print(f"going on after {used / 60:.1f} minutes", flush=True)

    started = time.monotonic() - used
    limit = chosen.minutes * 60
    for batches in data.passes(rng, bool(teachers)):
        net.train()
        losses: list[float] = []
        for sentences in batches:
            share = (time.monotonic() - started) / limit
            if share >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = chosen.rate * min(1.0, (step + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
            batch = data.batch(sentences)
            x, forms = net.encode(batch)
            if teachers:
                loss = taught_loss(net, batch, x, Answers(teachers, batch))
                if bool(batch.gold.any()):
                    loss = 0.6 * loss + 0.4 * own_loss(net, batch, x, forms) + 0.6 * type_loss(net, batch, x, forms) / batch.mask.sum()
            else:
                loss = own_loss(net, batch, x, forms)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            step += 1
            losses.append(float(loss.detach()))
            keep = min(0.999, (step + 1) / (step + 20))
            with torch.no_grad():
                for slow, fast in zip(mean.parameters(), net.parameters()):
                    slow.lerp_(fast, 1 - keep)
        passes_done += 1
        used = time.monotonic() - started
        scores = {name: scores_of([mean], data, dev) for name, dev in data.dev.items()}
        reached = sum(s["las"] for s in scores.values())
        print(f"pass {passes_done}, {used / 60:.1f} min, loss {sum(losses) / max(1, len(losses)):.4f}, {json.dumps(scores)}", flush=True)
        if reached > best:
            best = reached
            torch.save({"size": net.size, "weights": mean.state_dict(), "scores": scores}, chosen.work / f"{chosen.name}.pt")
        state = (best, step, used, passes_done)
        saved = {"net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "state": state}
        torch.save(saved, resume)
        if used >= limit:
            break


if __name__ == "__main__":
    main()
