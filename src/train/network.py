"""The network: a vector per word form, an encoder over the sentence, and heads that read the encoder.

Biaffine arcs after Dozat and Manning (2017), mention spans scored as pairs of ends after Yu, Bohnet and Poesio (2020),
variational dropout after Gal and Ghahramani (2016), dropped recurrent weights after Merity, Keskar and Socher (2018).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from features import SHAPES, TABLES

DISTANCES = 16
TABLE_WIDTHS = {"word": 128, "suffix2": 16, "suffix3": 32, "prefix2": 16, "prefix3": 32}
SHAPE_WIDTH, CHAR_WIDTH, CHAR_FILTERS = 16, 32, 64


@dataclass(frozen=True)
class Size:
    encoder: str = "lstm"
    layers: int = 2
    hidden: int = 192
    form: int = 192
    arc: int = 128
    label: int = 128
    span: int = 64
    dropout: float = 0.33
    recurrent_dropout: float = 0.2


@dataclass
class Batch:
    """Sentences padded to one length: B sentences, T words, U distinct forms, C characters."""

    rows: Tensor  # U x tables + shape
    chars: Tensor  # U x C
    dropped: Tensor  # U: probability that the word is hidden while training
    forms: Tensor  # B x T into U
    lengths: Tensor  # B
    upos: Tensor  # B x T, -1 where there is none to learn
    xpos: Tensor
    heads: Tensor  # B x T: 0 is the root, words from 1
    labels: Tensor
    spans: Tensor  # B x T x T: 0 no mention, 1 + type, -1 unknown
    mentions: Tensor  # M x 3: sentence, the word that the mention hangs on, its type
    gold: Tensor  # B: whether the answers are people's

    @property
    def mask(self) -> Tensor:
        return torch.arange(self.forms.shape[1])[None, :] < self.lengths[:, None]


class Network(nn.Module):
    def __init__(self, size: Size, tables: dict[str, int], chars: int, upos: int, xpos: int, labels: int, types: int):
        super().__init__()
        self.size = size
        self.tables = nn.ModuleDict({name: nn.Embedding(tables[name] + 1, TABLE_WIDTHS[name]) for name in TABLES})
        self.shapes = nn.Embedding(SHAPES, SHAPE_WIDTH)
        self.chars = nn.Embedding(chars + 2, CHAR_WIDTH, padding_idx=0)
        self.char_filters = nn.Linear(3 * CHAR_WIDTH, CHAR_FILTERS)
        width = sum(TABLE_WIDTHS.values()) + SHAPE_WIDTH + CHAR_FILTERS
        self.form = nn.Linear(width, size.form)
        self.encoder = LstmEncoder(size) if size.encoder == "lstm" else ConvEncoder(size)
        out = self.encoder.width
        self.upos = nn.Linear(out, upos)
        self.xpos = nn.Linear(out, xpos)
        self.arc_dep, self.arc_head = nn.Linear(out, size.arc), nn.Linear(out, size.arc)
        self.arc_root = nn.Parameter(torch.randn(size.arc) * 0.1)
        self.arc_pair = nn.Linear(size.arc, size.arc)
        self.distance = nn.Parameter(torch.zeros(2 * DISTANCES + 2))
        self.label_dep, self.label_head = nn.Linear(out, size.label), nn.Linear(out, size.label, bias=False)
        self.label_root = nn.Parameter(torch.randn(size.label) * 0.1)
        self.label_out = nn.Linear(size.label, labels)
        self.span_first, self.span_last = nn.Linear(out, size.span), nn.Linear(out, size.span)
        self.span_pair = nn.Linear(size.span, size.span)
        self.span_width = nn.Parameter(torch.full((DISTANCES + 1,), -3.0))
        # What something is shows in the word itself, which the encoder's last layer has half forgotten.
        self.type_head, self.type_form = nn.Linear(out, size.span), nn.Linear(size.form, size.span, bias=False)
        self.type_out = nn.Linear(size.span, types)
        for table in [*self.tables.values(), self.shapes, self.chars]:
            nn.init.normal_(table.weight, std=0.1)
        nn.init.orthogonal_(self.arc_pair.weight)

    def form_vectors(self, batch: Batch) -> Tensor:
        rows = batch.rows
        if self.training:
            hidden = torch.rand(len(rows)) < batch.dropped
            affix = torch.rand(len(rows), len(TABLES) - 1) < 0.05
            rows = rows.clone()
            rows[hidden, 0] = 0
            rows[:, 1 : len(TABLES)][affix] = 0
        parts = [table(rows[:, i]) for i, table in enumerate(self.tables.values())]
        parts += [self.shapes(rows[:, len(TABLES)]), self.char_vectors(batch.chars)]
        return torch.tanh(self.form(F.dropout(torch.cat(parts, 1), 0.2, self.training)))

    def char_vectors(self, chars: Tensor) -> Tensor:
        vectors = self.chars(F.pad(chars, (1, 1)))
        windows = torch.cat([vectors[:, :-2], vectors[:, 1:-1], vectors[:, 2:]], 2)
        scores = self.char_filters(windows).masked_fill((chars == 0)[:, :, None], -1e4)
        return torch.relu(scores.max(1).values)

    def encode(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """What the encoder makes of the words, and the vectors of their forms."""
        forms = F.embedding(batch.forms, self.form_vectors(batch))
        return self.encoder(forms, batch.lengths, batch.mask), forms

    def tags(self, x: Tensor) -> tuple[Tensor, Tensor]:
        x = self._thinned(x)
        return self.upos(x), self.xpos(x)

    def arcs(self, x: Tensor, mask: Tensor) -> Tensor:
        """Scores of heads: B x T x (1 + T), the root first."""
        dep = self._thinned(F.leaky_relu(self.arc_dep(x), 0.1))
        head = F.leaky_relu(self.arc_head(x), 0.1)
        root = self.arc_root.expand(x.shape[0], 1, -1)
        head = self._thinned(torch.cat([root, head], 1))
        scores = self.arc_pair(dep) @ head.transpose(1, 2) / self.size.arc**0.5
        n = x.shape[1]
        place = torch.arange(n)
        away = (place[None, :] - place[:, None]).clamp(-DISTANCES, DISTANCES) + DISTANCES
        away = torch.cat([torch.full((n, 1), 2 * DISTANCES + 1), away], 1)
        scores = scores + self.distance[away]
        allowed = torch.cat([torch.ones(len(mask), 1, dtype=torch.bool), mask], 1)
        return scores.masked_fill(~allowed[:, None, :], -1e4)

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of labels for one head per word: B x T x labels."""
        dep = self.label_dep(x)
        root = self.label_root.expand(x.shape[0], 1, -1)
        head = torch.cat([root, self.label_head(x)], 1)
        chosen = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[2]))
        return self.label_out(self._thinned(F.leaky_relu(dep + chosen, 0.1)))

    def spans(self, x: Tensor) -> Tensor:
        """Scores of mentions by first and last word: B x T x T."""
        first = self._thinned(F.leaky_relu(self.span_first(x), 0.1))
        last = self._thinned(F.leaky_relu(self.span_last(x), 0.1))
        n = x.shape[1]
        place = torch.arange(n)
        width = (place[None, :] - place[:, None]).clamp(0, DISTANCES)
        return self.span_pair(first) @ last.transpose(1, 2) / self.size.span**0.5 + self.span_width[width]

    def types(self, x: Tensor, forms: Tensor, sentence: Tensor, head: Tensor) -> Tensor:
        """Scores of the types of mentions, by the words that they hang on."""
        inner = self.type_head(x[sentence, head]) + self.type_form(forms[sentence, head])
        return self.type_out(self._thinned(F.leaky_relu(inner, 0.1)))

    def _thinned(self, x: Tensor) -> Tensor:
        """Dropout of whole features of a sentence."""
        return thinned(x, self.size.dropout, self.training)


def thinned(x: Tensor, share: float, training: bool) -> Tensor:
    if not training or share == 0:
        return x
    shape = (x.shape[0], *([1] * (x.dim() - 2)), x.shape[-1])
    return x * (torch.rand(shape) >= share).to(x.dtype) / (1 - share)


class LstmEncoder(nn.Module):
    """Two one-way LSTMs a layer; the backward one reads each sentence turned round, so padding is always last."""

    def __init__(self, size: Size):
        super().__init__()
        self.size = size
        self.width = 2 * size.hidden
        self.cells = nn.ModuleList()
        for layer in range(size.layers):
            width = size.form if layer == 0 else self.width
            for _ in range(2):
                cell = nn.LSTM(width, size.hidden, batch_first=True)
                nn.init.orthogonal_(cell.weight_hh_l0)
                nn.init.zeros_(cell.bias_ih_l0)
                nn.init.zeros_(cell.bias_hh_l0)
                cell.bias_hh_l0.requires_grad_(False)
                cell.bias_ih_l0.data[size.hidden : 2 * size.hidden] = 1
                self.cells.append(cell)

    def forward(self, x: Tensor, lengths: Tensor, mask: Tensor) -> Tensor:
        n = x.shape[1]
        place = torch.arange(n)[None, :].expand(len(lengths), n)
        turned = torch.where(mask, lengths[:, None] - 1 - place, place)
        for layer in range(self.size.layers):
            x = thinned(x, self.size.dropout if layer else 0.1, self.training)
            forward = self._run(self.cells[2 * layer], x)
            around = turned[:, :, None]
            backward = self._run(self.cells[2 * layer + 1], x.gather(1, around.expand_as(x)))
            x = torch.cat([forward, backward.gather(1, around.expand_as(backward))], 2)
        return thinned(x, self.size.dropout, self.training)

    def _run(self, cell: nn.LSTM, x: Tensor) -> Tensor:
        recurrent = F.dropout(cell.weight_hh_l0, self.size.recurrent_dropout, self.training)
        start = x.new_zeros(1, x.shape[0], self.size.hidden)
        weights = [cell.weight_ih_l0, recurrent, cell.bias_ih_l0, cell.bias_hh_l0]
        return torch._VF.lstm(x, (start, start), weights, True, 1, 0.0, self.training, False, True)[0]


class ConvEncoder(nn.Module):
    """Residual blocks of gated convolutions over three words, the middle ones wider apart."""

    def __init__(self, size: Size):
        super().__init__()
        self.size = size
        self.width = size.hidden
        self.enter = nn.Linear(size.form, size.hidden)
        self.blocks = nn.ModuleList(nn.Linear(3 * size.hidden, 2 * size.hidden) for _ in range(size.layers))
        self.norms = nn.ModuleList(nn.LayerNorm(size.hidden) for _ in range(size.layers + 1))
        self.steps = [(1, 1, 2, 4, 8, 1, 2, 1)[i % 8] for i in range(size.layers)]

    def forward(self, x: Tensor, lengths: Tensor, mask: Tensor) -> Tensor:
        keep = mask[:, :, None].to(x.dtype)
        x = self.enter(thinned(x, 0.1, self.training))
        for block, norm, step in zip(self.blocks, self.norms, self.steps):
            y = thinned(norm(x) * keep, self.size.dropout / 2, self.training)
            left = F.pad(y, (0, 0, step, 0))[:, : y.shape[1]]
            right = F.pad(y, (0, 0, 0, step))[:, step:]
            x = x + F.glu(block(torch.cat([left, y, right], 2)), 2)
        return thinned(self.norms[-1](x), self.size.dropout, self.training)
