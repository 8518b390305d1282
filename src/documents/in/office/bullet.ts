/** Bullets are often signs of the fonts Symbol and Wingdings, which mean nothing elsewhere. A dash stays a dash, because decisions are listed with it. */
export function bulletOf(text: string): string {
  const sign = text.trim();
  return /^[-–—]$/.test(sign) ? sign.replace('—', '–') : '•';
}
