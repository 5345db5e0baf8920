/** The call, but only where what it depends on has changed since it was last made. */
export function changed(look: () => string, call: () => void): () => void {
  let last: string | null = null;
  return () => {
    const now = look();
    if (now === last) return;
    last = now;
    call();
  };
}
