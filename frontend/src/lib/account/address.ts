/** Could somebody's mails go there? The server knows better; this only finds what was left half typed. */
export const looksLikeAddress = (text: string): boolean => /^\S+@\S+\.\S+$|^\S+@localhost$/.test(text.trim());
