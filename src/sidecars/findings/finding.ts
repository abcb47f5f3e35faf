export type Params = Record<string, string | number>;

/** Marks a sentence for the extraction of translations: English is the key. */
export const t = <const Sentence extends string>(sentence: Sentence): Sentence => sentence;

type Text<Sentence extends string> = Sentence | ((params: Params) => Sentence);

/** What a finding says: what is the case, why that matters, and what to do. Its parameters may choose the sentence. */
export interface Texts<
  What extends string = string,
  Why extends string = string,
  Cure extends string = string,
> {
  what: Text<What>;
  why: Text<Why>;
  cure: Text<Cure>;
}

type Placeholders<Sentence> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Parameters with at least those that the sentences name. */
export type ParamsFor<Sentences> = [Placeholders<Sentences>] extends [never]
  ? { params?: Params }
  : { params: Params & Record<Placeholders<Sentences>, string | number> };
