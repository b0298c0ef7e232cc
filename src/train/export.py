"""Writes a trained network as the one file that the program reads: `src/annotate/parser/weights.ts` says how it is laid out.

    python export.py NAME --data DIR --work DIR --out FILE
"""

import argparse
import json
import struct
from pathlib import Path

import torch
from torch import Tensor

from features import TABLES
from lemmas import learn
from network import DISTANCES, Network
from train import Data, load
from treebank import ENTITY_TYPES

LICENCE = "CC BY-SA 4.0"
SOURCES = [
    "Universal Dependencies English EWT 2.16 (CC BY-SA 4.0)",
    "Universal Dependencies English GUM 2.16, documents under open licences only (annotation CC BY 4.0)",
    "English Wikinews 2019 (CC BY 2.5), read by the teachers, not by people",
]


class File:
    """Sections of numbers one after the other, each begun at a multiple of 16 bytes."""

    def __init__(self) -> None:
        self.sections: list[dict[str, object]] = []
        self.body = bytearray()

    def add(self, name: str, values: Tensor) -> None:
        kind = {torch.int8: "i8", torch.float32: "f32"}[values.dtype]
        self.body.extend(b"\0" * (-len(self.body) % 16))
        shape = list(values.shape) if values.dim() > 1 else [1, len(values)]
        self.sections.append({"name": name, "type": kind, "rows": shape[0], "columns": shape[1], "at": len(self.body)})
        self.body.extend(values.contiguous().numpy().tobytes())

    def matrix(self, name: str, weight: Tensor, bias: Tensor | None = None) -> None:
        """Rows as whole numbers up to 127 with one scale a row, columns filled up with zeros to eights."""
        weight = weight.detach().float()
        scale = weight.abs().amax(1).clamp(min=1e-8) / 127
        whole = torch.round(weight / scale[:, None]).to(torch.int8)
        whole = torch.nn.functional.pad(whole, (0, -whole.shape[1] % 8))
        self.add(name, whole)
        self.add(f"{name}.scale", scale)
        if bias is not None:
            self.add(f"{name}.bias", bias.detach().float())


def sections_of(net: Network) -> File:
    file = File()
    for name in TABLES:
        file.matrix(f"table.{name}", net.tables[name].weight)
    file.matrix("table.shape", net.shapes.weight)
    file.matrix("table.char", net.chars.weight)
    file.matrix("char", net.char_filters.weight, net.char_filters.bias)
    file.matrix("form", net.form.weight, net.form.bias)
    for layer in range(net.size.layers):
        for way in range(2):
            cell = net.encoder.cells[2 * layer + way]
            file.matrix(f"lstm.{layer}.{way}.in", cell.weight_ih_l0, cell.bias_ih_l0 + cell.bias_hh_l0)
            file.matrix(f"lstm.{layer}.{way}.back", cell.weight_hh_l0)
    # All that reads the encoder is one matrix, so that it is one product. The order is that of `columnsOf` in `network.ts`.
    parts = [
        (net.upos.weight, net.upos.bias),
        (net.xpos.weight, net.xpos.bias),
        (net.arc_dep.weight, net.arc_dep.bias),
        (net.arc_head.weight, net.arc_head.bias),
        (net.label_dep.weight, net.label_dep.bias),
        (net.label_head.weight, torch.zeros(net.size.label)),
        (net.span_first.weight, net.span_first.bias),
        (net.span_last.weight, net.span_last.bias),
        (net.type_head.weight, net.type_head.bias),
    ]
    file.matrix("heads", torch.cat([w for w, _ in parts]), torch.cat([b for _, b in parts]))
    file.matrix("arc.pair", net.arc_pair.weight / net.size.arc**0.5, net.arc_pair.bias / net.size.arc**0.5)
    file.add("arc.root", net.arc_root.detach().float())
    file.add("arc.distance", net.distance.detach().float())
    file.add("label.root", net.label_root.detach().float())
    file.matrix("label.out", net.label_out.weight, net.label_out.bias)
    file.matrix("span.pair", net.span_pair.weight / net.size.span**0.5, net.span_pair.bias / net.size.span**0.5)
    file.add("span.width", net.span_width.detach().float())
    file.matrix("type.form", net.type_form.weight, torch.zeros(net.size.span))
    file.matrix("type.out", net.type_out.weight, net.type_out.bias)
    return file


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("name")
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()

    data = Data(chosen.data, None)
    path = chosen.work / f"{chosen.name}.pt"
    net = load(path, data)
    file = sections_of(net)
    size = net.size
    header = {
        "format": 1,
        "model": chosen.name,
        "language": "en",
        "licence": LICENCE,
        "sources": SOURCES,
        "dev": torch.load(path, weights_only=False)["scores"],
        "layers": size.layers,
        "hidden": size.hidden,
        "form": size.form,
        "arc": size.arc,
        "label": size.label,
        "span": size.span,
        "distances": DISTANCES,
        "upos": data.upos,
        "xpos": data.xpos,
        "labels": data.labels,
        "types": list(ENTITY_TYPES),
        "tables": data.vocabulary.tables,
        "chars": data.vocabulary.chars,
        "lemmas": learn(data.train),
        "sections": file.sections,
    }
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 12) % 16)
    chosen.out.write_bytes(b"whosays1" + struct.pack("<I", len(text)) + text + bytes(file.body))
    print(f"{chosen.out}: {chosen.out.stat().st_size:,} bytes, header {len(text):,}")


if __name__ == "__main__":
    main()
