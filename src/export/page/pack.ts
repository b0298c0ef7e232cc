/** A box to be placed: its width and height, above 0. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The centre of a placed box. */
export interface Centre {
  readonly x: number;
  readonly y: number;
}

/** A taken cell of the grid, as `column,row` in one number. */
type Cells = Set<number>;

/** How much wider than high the whole should become. */
const aspect = 1.5;
const gridLimit = 1 << 15;

/**
 * Places boxes around the first without overlap, each as near to the centre as a spiral finds room.
 *
 * Boxes are best given from large to small. They are measured in cells of half the smallest side (or of a
 * hundredth of the largest, whichever is more), so that up to a cell of air stands around each.
 *
 * @returns one centre for each box, in their order
 */
export function pack(boxes: readonly Box[]): readonly Centre[] {
  const cell = cellSize(boxes);
  const taken: Cells = new Set();
  const steps = new Map<number, number>();
  return boxes.map((box) => {
    const columns = Math.ceil(box.width / cell);
    const rows = Math.ceil(box.height / cell);
    const kind = columns * gridLimit + rows;
    // A box finds no room where an equal one found none: each kind of box walks the spiral only once.
    let step = steps.get(kind) ?? 0;
    while (!isFree(taken, corner(step, columns, rows), columns, rows)) step++;
    steps.set(kind, step + 1);
    const place = corner(step, columns, rows);
    take(taken, place, columns, rows);
    return { x: (place.x + columns / 2) * cell, y: (place.y + rows / 2) * cell };
  });
}

function cellSize(boxes: readonly Box[]): number {
  const sides = boxes.flatMap(({ width, height }) => [width, height]);
  return Math.max(Math.min(...sides) / 2, Math.max(...sides) / 100);
}

/** The lower left cell of a box whose middle lies at a step of a spiral that is wider than high. */
function corner(step: number, columns: number, rows: number): Centre {
  const angle = step * 2.4;
  const radius = 0.7 * Math.sqrt(step);
  return {
    x: Math.round(Math.cos(angle) * radius * aspect - columns / 2),
    y: Math.round(Math.sin(angle) * radius - rows / 2),
  };
}

function* cells(place: Centre, columns: number, rows: number): Generator<number> {
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      yield (place.x + column + gridLimit) * gridLimit * 2 + (place.y + row + gridLimit);
    }
  }
}

function isFree(taken: Cells, place: Centre, columns: number, rows: number): boolean {
  for (const cell of cells(place, columns, rows)) if (taken.has(cell)) return false;
  return true;
}

function take(taken: Cells, place: Centre, columns: number, rows: number): void {
  for (const cell of cells(place, columns, rows)) taken.add(cell);
}
