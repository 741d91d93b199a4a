/**
 * What is made step by step. In a literal each property behind a spread (`...(day ? { day } : {}), rule`) is a call into the runtime of V8
 * (11 to 13), which takes longer than all properties before it; what is set afterwards, `if (day) made.day = day`, costs next to nothing.
 */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
