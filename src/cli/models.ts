/** The language models that come with whosays: the more exact one, and one that is nearly three times as fast. */
export const MODELS = ["default", "fast"] as const;

/** One of `MODELS`. */
export type Model = (typeof MODELS)[number];
