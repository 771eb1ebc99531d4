/** Zero-width and directional marks, byte order mark: nobody sees them, and names are compared without them. */
const INVISIBLE = /[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\ufeff]/g; // 收\u200b到

/** Drops what cannot be seen and makes every line end a `\n`. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\r\n?/g, '\n');
}

/** Turns the spaces that chats put around mentions into ordinary ones. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u2005\u00a0]/g, ' ');
}
