import { expect, it } from 'vitest'
import { deviceOf } from './userAgent'

const mozilla = 'Mozilla/5.0'

it.each([
  [`${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36`, { browser: 'chrome', system: 'windows' }],
  [`${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`, { browser: 'edge', system: 'windows' }],
  [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15`, { browser: 'safari', system: 'mac' }],
  [`${mozilla} (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN`, { browser: 'wechat', system: 'iphone' }],
  [`${mozilla} (Linux; Android 12; HarmonyOS; NOH-AN00) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0 HuaweiBrowser/15.0.3 Mobile Safari/537.36`, { browser: 'huawei', system: 'harmony' }],
  [`${mozilla} (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0`, { browser: 'firefox', system: 'linux' }],
  [`${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36`, { browser: 'chrome', system: 'linux' }],
  ['curl/8.5.0', { program: 'curl 8.5.0' }],
  ['python-requests/2.32.3', { program: 'python-requests 2.32.3' }],
  ['MyTool', { program: 'MyTool' }],
  ['', {}],
  [null, {}],
])('%s', (agent, device) => expect(deviceOf(agent)).toEqual(device))
