/** Something the user can put right: shown as its one sentence, without a stack. */
export class UserError extends Error {}
