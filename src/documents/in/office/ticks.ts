/** How a tick box stands in the text, in whatever way a format draws it. */
export const ticked = '☒';
export const unticked = '☐';
