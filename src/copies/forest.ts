/** Things that are joined two by two, and the groups that come of it (union-find). */
export class Forest<T> {
  private readonly parents = new Map<T, T>();

  /** The one that stands for the group of a thing; of its own where it was never joined. */
  rootOf(thing: T): T {
    let root = thing;
    for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) root = next;
    for (let at = thing; at !== root; ) {
      const next = this.parents.get(at) as T;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  /** Makes one group of two. */
  join(a: T, b: T): void {
    const [from, to] = [this.rootOf(a), this.rootOf(b)];
    if (from !== to) this.parents.set(from, to);
  }

  /** The groups that some things are in, and in each group the things, in the order given. */
  groupsOf(things: readonly T[]): readonly (readonly T[])[] {
    const groups = new Map<T, T[]>();
    for (const thing of things) {
      const root = this.rootOf(thing);
      const group = groups.get(root);
      if (group) group.push(thing);
      else groups.set(root, [thing]);
    }
    return [...groups.values()];
  }
}
