export type SecurityHeaders = Readonly<Record<string, string>>;

const policy = {
  'default-src': "'none'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'script-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * What every answer tells the browser: run and load only our own files, nothing written inside a page (no inline script or style), show us in
 * no frame, guess no types, tell other sites nothing. `same-origin` and not `no-referrer`, because the latter makes browsers hide the Origin
 * by which we know our own forms.
 */
export function securityHeaders(isHttps: boolean): SecurityHeaders {
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, source]) => `${directive} ${source}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(isHttps && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
}

/** What someone handed in is never run in our name: a sandbox without rights. Our own PDF is shown by the browser's reader, which needs none. */
export function fileHeaders(disposition: 'inline' | 'attachment'): SecurityHeaders {
  return disposition === 'attachment' ? { 'content-security-policy': "default-src 'none'; sandbox" } : {};
}
