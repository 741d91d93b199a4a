/** Mentions and chains while they are being made. Only this folder sees them; `cast.ts` turns them into the model's. */
import type { Gender } from "../../lexicon/titles.ts";
import type { CountryCode, EntityKind, MentionForm } from "../../model.ts";

/** A span that names something, before it is known what else names the same. */
export interface NamedSpan {
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Where in the text it begins, when that is inside its first token. */
  readonly from?: number | undefined;
  readonly kind: EntityKind;
  readonly form: MentionForm;
  readonly rule: string;
  /** Countries: which one. Others: whose it is or where it lies. */
  readonly country?: CountryCode | undefined;
  /** The full name of a thing that a table knows by several names. */
  readonly fullName?: string | undefined;
  /** Only what the table says where the article names the country. */
  readonly doubtful?: boolean | undefined;
  /** What names the same thing has the same key, whatever its words. */
  readonly key?: string | undefined;
  /** Sort of organisation: `company`, `alliance`, `MIL`. */
  readonly sort?: string | undefined;
  /** The country word is the span's own first part and is a mention too: *US military*. */
  readonly owner?: NamedSpan | undefined;
  readonly confidence?: number | undefined;
}

export interface DraftMention {
  readonly first: number;
  readonly last: number;
  readonly from: number | undefined;
  readonly kind: EntityKind;
  readonly form: MentionForm;
  readonly rule: string;
  readonly chain: DraftChain;
}

/** An office that the text gives a person. */
export interface HeldTitle {
  readonly title: string;
  readonly class: string;
  readonly country?: CountryCode;
  /** The country or organisation whose office it is. */
  readonly of?: DraftChain;
  readonly former: boolean;
}

export interface DraftChain {
  kind: EntityKind;
  name: string;
  country?: CountryCode | undefined;
  unnamed?: boolean | undefined;
  members?: readonly DraftChain[] | undefined;
  gender?: Gender | undefined;
  sort?: string | undefined;
  /** Folded names that this article uses for it. */
  readonly keys: Set<string>;
  readonly titles: HeldTitle[];
  readonly mentions: DraftMention[];
}

/** An office of some country beside a name, and nobody says of which. */
export interface BareOffice {
  readonly person: DraftMention;
  readonly title: string;
  readonly former: boolean;
  readonly first: number;
  readonly last: number;
}

export interface DraftRole extends BareOffice {
  readonly of: DraftMention;
  readonly rule: string;
}

/** The growing cast of one article. */
export interface Draft {
  readonly chains: DraftChain[];
  readonly mentions: DraftMention[];
  readonly roles: DraftRole[];
  readonly bareOffices: BareOffice[];
  /** The mention that covers each token, the innermost where two do; filled as mentions are added. */
  readonly at: (DraftMention | undefined)[];
  /** 1 for tokens of titles that a named person holds: they refer to nobody else. */
  readonly titled: Uint8Array;
}

export function newDraft(tokenCount: number): Draft {
  return {
    chains: [],
    mentions: [],
    roles: [],
    bareOffices: [],
    at: new Array(tokenCount).fill(undefined),
    titled: new Uint8Array(tokenCount),
  };
}

/** A span with all its fields, whether known or not: the steps behind read objects of one shape, which is faster by far. */
export function wholeSpan(span: NamedSpan): NamedSpan {
  return {
    first: span.first,
    last: span.last,
    from: span.from,
    kind: span.kind,
    form: span.form,
    rule: span.rule,
    country: span.country,
    fullName: span.fullName,
    doubtful: span.doubtful,
    key: span.key,
    sort: span.sort,
    owner: span.owner,
    confidence: span.confidence,
  };
}

/** As `wholeSpan`, all fields are there. */
export function newChain(
  draft: Draft,
  {
    kind,
    name,
    country,
    unnamed,
    members,
    gender,
    sort,
  }: Omit<DraftChain, "keys" | "titles" | "mentions">,
): DraftChain {
  const made: DraftChain = {
    kind,
    name,
    country,
    unnamed,
    members,
    gender,
    sort,
    keys: new Set(),
    titles: [],
    mentions: [],
  };
  draft.chains.push(made);
  return made;
}

export function addMention(
  draft: Draft,
  chain: DraftChain,
  span: Pick<NamedSpan, "first" | "last" | "from" | "form" | "rule">,
): DraftMention {
  const { first, last, from, form, rule } = span;
  const mention: DraftMention = { first, last, from, form, rule, kind: chain.kind, chain };
  chain.mentions.push(mention);
  draft.mentions.push(mention);
  for (let i = first; i < last; i++) {
    const other = draft.at[i];
    if (!other || other.last - other.first > last - first) draft.at[i] = mention;
  }
  return mention;
}
