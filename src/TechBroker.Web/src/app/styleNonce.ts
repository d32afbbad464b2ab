// The server writes it anew into each answer of index.html (see SecurityHeaders.cs); style elements without it are refused.
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined

/** antd gives the nonce to its own styles, but what it is built of adds some without (the one that keeps the page still behind a dialog). */
export function giveStylesTheNonce() {
  if (styleNonce) {
    const create = document.createElement.bind(document)
    document.createElement = (name: string, options?: ElementCreationOptions) => {
      const element = create(name, options)
      if (element instanceof HTMLStyleElement) {
        element.nonce = styleNonce
      }
      return element
    }
  }
}
