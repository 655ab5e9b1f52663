// Passkeys: the browser talks to the authenticator, the server checks what it says. Without scripts there are links by mail.

/** @param {string} text base64url */
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))

/** @param {ArrayBuffer} buffer */
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

/**
 * @param {string} url
 * @param {string} csrf
 * @param {unknown} body
 */
async function send(url, csrf, body) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf': csrf },
    body: JSON.stringify(body),
  })
  const value = await answer.json()
  if (!answer.ok) throw new Error('refused')
  return value
}

/** @param {any} options as the server made them */
async function register(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map((/** @type {any} */ c) => ({ ...c, id: bytes(c.id) })),
    },
  })
  if (!(made instanceof PublicKeyCredential)) throw new Error('none')
  const response = /** @type {AuthenticatorAttestationResponse} */ (made.response)
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    clientExtensionResults: made.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  }
}

/** @param {any} options as the server made them */
async function authenticate(options) {
  const given = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: (options.allowCredentials ?? []).map((/** @type {any} */ c) => ({ ...c, id: bytes(c.id) })),
    },
  })
  if (!(given instanceof PublicKeyCredential)) throw new Error('none')
  const response = /** @type {AuthenticatorAssertionResponse} */ (given.response)
  return {
    id: given.id,
    rawId: text(given.rawId),
    type: given.type,
    clientExtensionResults: given.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
  }
}

for (const box of document.querySelectorAll('[data-passkey]')) {
  if (!(box instanceof HTMLElement) || !('PublicKeyCredential' in window)) continue
  box.hidden = false
  const { ask = '', answer = '', next = '', csrf = '', failed = '' } = box.dataset
  const button = box.querySelector('button')
  const error = box.querySelector('.error')
  const name = box.querySelector('input')
  button?.addEventListener('click', async () => {
    if (error) error.textContent = ''
    button.disabled = true
    try {
      const options = await send(ask, csrf, {})
      const made = await (box.dataset.passkey === 'add' ? register(options) : authenticate(options))
      const done = await send(answer, csrf, { answer: made, name: name?.value ?? '', next })
      location.assign(done.to)
    } catch {
      if (error) error.textContent = failed
      button.disabled = false
    }
  })
}
