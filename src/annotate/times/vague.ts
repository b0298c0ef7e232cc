import { type Rule, rule, vague } from "./rule.ts";

/** Times that no calendar tells: the present, the past, the future. */
export const VAGUE: readonly Rule[] = [
  rule(
    "(?:right |just |even )?now(?! that)|nowadays|currently|presently|current|(?<=at )present|(?<=at )(?:(?:the|this) (?:present|moment)(?: time)?)|(?:the )?present~day|these days|(?<=at )this (?:time|point)(?! (?:last|next|of))|the present|this time around",
    () => vague("PRESENT_REF"),
  ),
  rule(
    "(?:more |most |very |just )?recently|recent|lately|(?:the )?(?:recent |distant |not~too~distant )?past(?=\\s*(?:$|[.,;:)]))|(?<=in )the (?:recent |distant )?past|of late(?=\\s*(?:$|[.,;:)]))",
    () => vague("PAST_REF"),
  ),
  rule(
    "the (?:near |foreseeable |immediate |distant |not~too~distant |very near )?future|(?<=in )(?:the )?near~(?:term|future)|future",
    () => vague("FUTURE_REF"),
  ),
];
