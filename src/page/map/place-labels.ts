/** A rectangle on the screen, in CSS pixels from the upper left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A disc that labels should not cover. */
export interface Disc {
  /** The entity it is drawn for. */
  readonly key: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
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
  readonly key: number;
  readonly box: Box;
}

/** A label that would like to stand on a line, with the ends of the line. */
export interface PillWish {
  readonly key: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** Air between a disc and its label, and between two labels. */
const gap = 4;
const margin = 3;

/**
 * Places labels greedily in their order, each right, left, below or above its disc, so that no two overlap.
 *
 * @param budget how many labels at most
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  discs: readonly Disc[],
  stage: Box,
  budget: number,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const wish of wishes) {
    if (placed.length >= budget) break;
    const inside = anchors(wish).map((box) => pushedInside(box, stage));
    const free = inside.filter((box) => !placed.some((other) => overlap(box, other.box)));
    const beside = free.filter((box) => !covers(box, wish));
    const clear = beside.find((box) => !discs.some((disc) => covers(box, disc)));
    const box = clear ?? (wish.urgent ? (beside[0] ?? free[0]) : undefined);
    if (box !== undefined) placed.push({ key: wish.key, box });
  }
  return placed;
}

/** Places labels on lines, at their middle or a little off it, clear of other labels and of discs. */
export function placePills(
  wishes: readonly PillWish[],
  labels: readonly Placed[],
  discs: readonly Disc[],
  stage: Box,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const wish of wishes) {
    const box = [0.5, 0.4, 0.6, 0.3, 0.7]
      .map((share) => onLine(wish, share))
      .find(
        (candidate) =>
          within(candidate, stage) &&
          ![...labels, ...placed].some((other) => overlap(candidate, other.box)) &&
          !discs.some((disc) => covers(candidate, disc)),
      );
    if (box !== undefined) placed.push({ key: wish.key, box });
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

function onLine({ from, to, width, height }: PillWish, share: number): Box {
  const x = from.x + (to.x - from.x) * share;
  const y = from.y + (to.y - from.y) * share;
  return boxAt(x - width / 2, y - height / 2, width, height);
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
