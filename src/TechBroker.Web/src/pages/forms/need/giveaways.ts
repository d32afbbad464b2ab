/** A stretch of a text that tells whose it is. */
export interface Giveaway {
  from: number
  to: number
}

/** What many organisations' names have in common, and so tells nothing. */
const legalForms = /(股份有限公司|有限责任公司|有限公司|集团公司|集团|总公司|分公司|公司|研究院|研究所|大学|学院)+$/
const latinForms = /[\s,]*\b(co|company|corp|corporation|inc|ltd|limited|llc|plc|gmbh|ag|group|university|institute)\b\.?/gi
const place = /^(中国|北京|天津|河北|上海|重庆|[\p{Script=Han}]{2,3}(省|市|自治区|区|县))+/u
const trade = /(科技|技术|工业|实业|电子|信息|智能|能源|新能源|材料|新材料|医药|生物|环保|机械|装备|发展|控股|国际)+$/

const contacts = [
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
  /(https?:\/\/|www\.)[^\s，。；）)]+/gi,
  /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g,
  /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g,
]

/**
 * Where a text that hides its owner gives it away: the organisation's name, what is left of it without place, trade and legal form,
 * its credit code, and addresses and numbers to call. It is a warning, not a proof: nobody but the owner knows which product names tell.
 */
export function giveaways(text: string, owner: { name?: string; creditCode?: string | null } | null | undefined): Giveaway[] {
  const found: Giveaway[] = []
  for (const word of [...namesOf(owner?.name ?? ''), owner?.creditCode ?? ''].filter(word => word.length > 1)) {
    const [inside, sought] = [text.toLowerCase(), word.toLowerCase()]
    for (let at = inside.indexOf(sought); at >= 0; at = inside.indexOf(sought, at + 1)) {
      found.push({ from: at, to: at + word.length })
    }
  }
  for (const contact of contacts) {
    for (const match of text.matchAll(contact)) {
      found.push({ from: match.index, to: match.index + match[0].length })
    }
  }
  return joined(found)
}

function namesOf(name: string): string[] {
  const whole = name.trim()
  const short = whole.replace(legalForms, '').replace(latinForms, '').trim()
  const withoutPlace = short.replace(place, '')
  const core = withoutPlace.replace(trade, '')
  // 北京科技大学 without place, trade and form is nothing.
  return [...new Set([whole, short, withoutPlace, core])].filter(part => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 4) && !isCommon(part))
}

function isCommon(word: string) {
  return word.replace(place, '').replace(trade, '') === '' && word.length < 6
}

function joined(stretches: Giveaway[]): Giveaway[] {
  const result: Giveaway[] = []
  for (const next of [...stretches].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1)
    if (last && next.from <= last.to) {
      last.to = Math.max(last.to, next.to)
    } else {
      result.push({ ...next })
    }
  }
  return result
}
