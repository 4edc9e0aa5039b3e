/** Hands the person a file made in the browser. */
export function downloadFile(name: string, href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

export function downloadText(name: string, type: string, text: string): void {
  // The byte order mark makes Excel read UTF-8.
  const href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: `${type};charset=utf-8` }));
  downloadFile(name, href);
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
