/** Whether a host is this very machine, reached without a network. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/**
 * The origin under which browsers see us. Behind a proxy that ends TLS the configured public address tells it; otherwise it is the address of
 * the request itself. The Host header of a request cannot make another site's pages ours, because a browser writes both Host and Origin.
 */
export function ownOrigin(requestUrl: string, publicUrl: string | undefined): string {
  return new URL(publicUrl ?? requestUrl).origin;
}
