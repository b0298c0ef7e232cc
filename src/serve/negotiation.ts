/** Something that can be sent as one of some media types. */
export interface Offer {
  readonly id: string;
  /** The first one is sent to whoever takes anything; where there is none, it is never sent. */
  readonly mediaTypes: readonly string[];
}

/** An offer as a client takes it. */
export interface Choice {
  readonly id: string;
  readonly mediaType: string;
}

/** A range of media types with how much it is liked, from 0 (not at all) to 1. */
interface Range {
  readonly pattern: string;
  readonly liked: number;
}

/**
 * What a client takes, best first: what it likes more, then what it names more exactly, then the order of the offers.
 *
 * Everything where it has no `Accept`; nothing where none of its ranges fits.
 */
export function choicesFor(accept: string | undefined, offers: readonly Offer[]): readonly Choice[] {
  const ranges = accept === undefined || accept.trim() === "" ? [ANYTHING] : rangesOf(accept);
  return offers
    .flatMap(({ id, mediaTypes }) =>
      mediaTypes.map((mediaType) => ({ id, mediaType, ...likingOf(mediaType, ranges) })),
    )
    .filter(({ liked }) => liked > 0)
    .sort((a, b) => b.liked - a.liked || b.exactness - a.exactness)
    .map(({ id, mediaType }) => ({ id, mediaType }));
}

const ANYTHING: Range = { pattern: "*/*", liked: 1 };

/** The ranges of an `Accept` header. What is none is passed over, and so are parameters other than q. */
function rangesOf(accept: string): readonly Range[] {
  return accept.split(",").flatMap((part): Range[] => {
    const [pattern = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const [, weight] = /^q *= *(.*)$/.exec(parameters.find((each) => /^q *=/.test(each)) ?? "") ?? [];
    const isRange = /^(?:\*\/\*|[\w!#$&^.+-]+\/(?:\*|[\w!#$&^.+-]+))$/.test(pattern);
    const isWeight = weight === undefined || /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight);
    return isRange && isWeight ? [{ pattern, liked: Number(weight ?? 1) }] : [];
  });
}

/** How much a media type is liked, by the range that names it most exactly. */
function likingOf(mediaType: string, ranges: readonly Range[]) {
  const [type = ""] = mediaType.split("/");
  const patterns = ["*/*", `${type}/*`, mediaType];
  let best = { liked: 0, exactness: -1 };
  for (const { pattern, liked } of ranges) {
    const exactness = patterns.indexOf(pattern);
    if (exactness === -1) continue;
    if (exactness > best.exactness || (exactness === best.exactness && liked > best.liked))
      best = { liked, exactness };
  }
  return best;
}
