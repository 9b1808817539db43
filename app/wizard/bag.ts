/** A person's answers: question -> what was chosen. The only state of a wizard; everything else is replayed from it. */
export type Bag = Readonly<Record<string, readonly string[]>>;
