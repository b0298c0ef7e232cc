import type { Circle, ScreenPoint } from "./line-shape.ts";

/** A rectangle on the screen, in CSS pixels from the upper left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A disc that labels should not cover. */
export interface Disc extends Circle {
  /** The key of the node it is drawn for. */
  readonly key: string;
}

/** A label that would like to stand beside its disc. */
export interface LabelWish extends Disc {
  readonly width: number;
  readonly height: number;
  /** Rather over a disc than not at all; never over another label. */
  readonly urgent: boolean;
}

/** A label and where it stands. */
export interface Placed {
  readonly key: string;
  readonly box: Box;
}

/** A label that would like to stand on a line. */
export interface SpotWish {
  readonly key: string;
  /** Where its middle may stand, the best first. */
  readonly spots: readonly ScreenPoint[];
  readonly width: number;
  readonly height: number;
}

/** Air between a disc and its label, and between two labels. */
const gap = 4;
const margin = 3;
/** So many names are tried for each that may be placed: on a crowded map most find no room. */
const triesForPlace = 3;

/**
 * Places labels greedily in their order, each right, left, below or above its disc, so that no two overlap.
 *
 * @param wishes taken one by one, and only as long as there is hope for more: to measure a text is what costs
 * @param taken boxes that no label may overlap
 * @param budget how many labels at most
 * @param signs discs that only an urgent label covers, and rather than a true one
 */
export function placeLabels(
  wishes: Iterable<LabelWish>,
  discs: readonly Disc[],
  stage: Box,
  budget: number,
  taken: readonly Box[] = [],
  signs: readonly Disc[] = [],
): readonly Placed[] {
  const placed: Placed[] = [];
  const boxes = [...taken];
  let tried = 0;
  for (const wish of wishes) {
    if (placed.length >= budget || tried++ >= budget * triesForPlace) break;
    const inside = anchors(wish).map((box) => pushedInside(box, stage));
    const free = inside.filter((box) => !boxes.some((other) => overlap(box, other)));
    const beside = free.filter((box) => !covers(box, wish));
    const clear = beside.filter((box) => !discs.some((disc) => covers(box, disc)));
    const best = clear.find((box) => !signs.some((sign) => covers(box, sign)));
    const box = best ?? (wish.urgent ? (clear[0] ?? beside[0] ?? free[0]) : undefined);
    if (box === undefined) continue;
    placed.push({ key: wish.key, box });
    boxes.push(box);
  }
  return placed;
}

/** Places labels on lines, each on the first of its spots that is clear of other labels and of discs; the others get none. */
export function placeSpots(
  wishes: readonly SpotWish[],
  discs: readonly Disc[],
  stage: Box,
  taken: readonly Box[],
): readonly Placed[] {
  const placed: Placed[] = [];
  const boxes = [...taken];
  for (const { key, spots, width, height } of wishes) {
    const box = spots
      .map(({ x, y }) => boxAt(x - width / 2, y - height / 2, width, height))
      .find(
        (candidate) =>
          within(candidate, stage) &&
          !boxes.some((other) => overlap(candidate, other)) &&
          !discs.some((disc) => covers(candidate, disc)),
      );
    if (box === undefined) continue;
    placed.push({ key, box });
    boxes.push(box);
  }
  return placed;
}

/** Whether two boxes come nearer than the margin. */
export function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.right + margin &&
    b.left < a.right + margin &&
    a.top < b.bottom + margin &&
    b.top < a.bottom + margin
  );
}

function anchors({ x, y, radius, width, height }: LabelWish): readonly Box[] {
  const away = radius + gap;
  return [
    boxAt(x + away, y - height / 2, width, height),
    boxAt(x - away - width, y - height / 2, width, height),
    boxAt(x - width / 2, y + away, width, height),
    boxAt(x - width / 2, y - away - height, width, height),
  ];
}

function boxAt(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** A label at the rim moves in; one wider than the stage keeps its beginning. */
function pushedInside(box: Box, stage: Box): Box {
  const dx = Math.max(stage.left - box.left, Math.min(0, stage.right - box.right));
  const dy = Math.max(stage.top - box.top, Math.min(0, stage.bottom - box.bottom));
  return { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
}

function within(box: Box, stage: Box): boolean {
  return (
    box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom
  );
}

function covers(box: Box, { x, y, radius }: Disc): boolean {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return dx * dx + dy * dy < radius * radius;
}
