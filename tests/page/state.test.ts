import { describe, expect, it } from "vitest";
import { noFilters } from "../../src/page/data/filters.ts";
import { back, clear, lookAt, nothing, start, toggleGroup, withFilters } from "../../src/page/state.ts";
import { createStore } from "../../src/page/store.ts";
import { sample } from "./sample-page.ts";

describe("the state", () => {
  it("goes back the way it came, and no further than the start", () => {
    const second = lookAt(lookAt(start, { kind: "entity", index: 1 }), { kind: "claim", index: 2 });
    expect(back(second).selection).toEqual({ kind: "entity", index: 1 });
    expect(back(back(second)).selection).toEqual(nothing);
    expect(back(start).selection).toEqual(nothing);
  });

  it("stays the very same value where the same thing is looked at again", () => {
    const once = lookAt(start, { kind: "path", from: 1, to: 2 });
    expect(lookAt(once, { kind: "path", from: 1, to: 2 })).toBe(once);
  });

  it("lets the map move by itself again when something else is looked at", () => {
    const moved = { ...start, camera: { x: 0.1, y: 0.2, ratio: 0.5 } };
    expect(lookAt(moved, { kind: "claim", index: 0 }).camera).toBeUndefined();
    expect(clear(moved).camera).toBeUndefined();
  });

  it("stays the very same value where there is nothing to go back from", () => {
    const moved = { ...start, camera: { x: 0.1, y: 0.2, ratio: 0.5 } };
    expect(back(moved)).toBe(moved);
  });

  it("begins the table anew when other claims are shown", () => {
    expect(withFilters({ ...start, page: 3 }, { ...noFilters, sources: 2 }).page).toBe(0);
  });

  it("opens and closes a group without touching the state before", () => {
    const open = toggleGroup(start, 4);
    expect([...open.open]).toEqual([4]);
    expect([...toggleGroup(open, 4).open]).toEqual([]);
    expect([...start.open]).toEqual([]);
  });
});

describe("the store", () => {
  it("makes what is shown again only where something it is made of has changed", () => {
    const store = createStore(sample, start, () => {});
    const first = store.shown();
    expect(store.shown()).toBe(first);
    store.update((state) => lookAt(state, { kind: "entity", index: 0 }));
    expect(store.shown().scene).toBe(first.scene);
    expect(store.shown().focus).toBeDefined();
    store.update((state) => withFilters(state, { ...noFilters, held: ["denied"] }));
    expect(store.shown().scene).not.toBe(first.scene);
    expect(store.shown().claims.length).toBeLessThan(first.claims.length);
  });

  it("tells nobody of a change to the same value", () => {
    let changes = 0;
    const store = createStore(sample, start, () => changes++);
    store.update((state) => state);
    expect(changes).toBe(0);
    store.update((state) => ({ ...state, hops: 2 }));
    expect(changes).toBe(1);
  });
});
