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
      // Text areas that grow are measured with one of their own, whose style is set as an attribute: refused, where the same by its property is not.
      if (element instanceof HTMLTextAreaElement) {
        const set = element.setAttribute.bind(element)
        element.setAttribute = (attribute, value) => (attribute === 'style' ? void (element.style.cssText = value) : set(attribute, value))
      }
      return element
    }
    letTextAreasGrow()
  }
}

/** To measure its text, antd's growing text area sets a style attribute, which the policy refuses; the same as properties is allowed. */
function letTextAreasGrow() {
  HTMLTextAreaElement.prototype.setAttribute = function (name, value) {
    if (name === 'style') {
      this.style.cssText = value
    } else {
      Element.prototype.setAttribute.call(this, name, value)
    }
  }
}
