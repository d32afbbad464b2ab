/** What a session's user agent says in words people know: codes of texts, or a program's own name. */
export interface Device {
  browser?: string
  system?: string
  /** Of what is no browser: `curl 8.5`. */
  program?: string
}

// The first that fits: browsers name those that they are like after themselves.
const browsers: [RegExp, string][] = [
  [/wxwork\//i, 'wecom'],
  [/MicroMessenger\//i, 'wechat'],
  [/DingTalk\//i, 'dingtalk'],
  [/QQBrowser\/|MQQBrowser/i, 'qq'],
  [/HuaweiBrowser\//i, 'huawei'],
  [/MiuiBrowser\//i, 'xiaomi'],
  [/UCBrowser\/|UBrowser\//i, 'uc'],
  [/SamsungBrowser\//i, 'samsung'],
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/OPR\/|Opera\//, 'opera'],
  [/Firefox\/|FxiOS\//, 'firefox'],
  [/(Headless)?Chrome\/|CriOS\//, 'chrome'],
  [/Version\/[\d.]+.*Safari\//, 'safari'],
]

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, 'harmony'],
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'mac'],
  [/CrOS/, 'chromeos'],
  [/Linux/, 'linux'],
]

export function deviceOf(userAgent: string | null | undefined): Device {
  const agent = userAgent?.trim() ?? ''
  if (!agent.startsWith('Mozilla/')) {
    const [, name, version] = /^([\w.+ -]{1,40}?)(?:\/([\d.]+))?(?:[\s;(]|$)/.exec(agent) ?? []
    return name ? { program: version ? `${name} ${version}` : name } : {}
  }
  const find = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(agent))?.[1]
  return { browser: find(browsers), system: find(systems) }
}
