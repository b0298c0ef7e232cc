import { describe, expect, it } from "vitest";
import { noFilters } from "../../src/page/data/filters.ts";
import { lookAt, settledInto, start, toggleGroup } from "../../src/page/state.ts";

const iran = { kind: "entity", index: 1 } as const;
const iraq = { kind: "entity", index: 2 } as const;

describe("a state read from the address", () => {
  it("keeps the very values that have not changed, so that nothing is drawn for nothing", () => {
    const before = toggleGroup(lookAt(start, iran), 3);
    const read = {
      ...before,
      filters: { ...noFilters },
      open: new Set([3]),
      selection: { ...iran },
      past: [],
    };
    const settled = settledInto(before, read);
    expect(settled.filters).toBe(before.filters);
    expect(settled.open).toBe(before.open);
    expect(settled.selection).toBe(before.selection);
    expect(settled.past).toBe(before.past);
  });

  it("takes the step back out of the past", () => {
    const before = lookAt(lookAt(start, iran), iraq);
    expect(settledInto(before, { ...start, selection: { ...iran } }).past).toEqual([start.selection]);
  });

  it("is a step further where it leads elsewhere", () => {
    const before = lookAt(start, iran);
    expect(settledInto(before, { ...start, selection: iraq }).past).toEqual([start.selection, iran]);
  });
});
