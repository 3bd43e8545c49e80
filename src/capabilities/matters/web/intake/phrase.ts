/** A phrase as the intake puts it into the words. */
export interface Phrase { readonly id: string; readonly title: string; readonly text: string; readonly initials: string }
