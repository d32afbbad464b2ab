/** What the audit record's codes are called. A code that is not here is shown as it is: the record may be older or newer than these pages. */
export interface Name {
  zh: string
  en: string
}

const name = (zh: string, en: string): Name => ({ zh, en })

export const subjects: Record<string, Name> = {
  listing: name('成果', 'Listing'),
  need: name('需求', 'Need'),
  engagement: name('对接', 'Engagement'),
  deal: name('合同', 'Contract'),
  investment: name('投资', 'Investment'),
  ceremony: name('签约活动', 'Ceremony'),
  organisation: name('单位', 'Organisation'),
  account: name('账号', 'Account'),
  session: name('登录会话', 'Session'),
  apiKey: name('API 密钥', 'API key'),
  manager: name('经理人', 'Manager'),
  shift: name('值班', 'Shift'),
  absence: name('请假', 'Absence'),
  conflict: name('利益冲突', 'Conflict of interest'),
  duplicate: name('疑似重复', 'Duplicate'),
  import: name('批量导入', 'Import'),
  evidence: name('证明材料', 'Evidence'),
  evidenceContent: name('附件内容', 'Evidence content'),
  statistics: name('统计', 'Statistics'),
  judgements: name('评判数据', 'Judgements'),
  audit: name('审计记录', 'Audit record'),
  webhook: name('Webhook', 'Webhook'),
  delivery: name('推送', 'Delivery'),
  parkedMessage: name('搁置的消息', 'Parked message'),
}

/** Before the point of an action, where it is not the subject's own code. */
const things: Record<string, Name> = {
  ...subjects,
  password: name('密码', 'Password'),
  passwordLink: name('密码链接', 'Password link'),
  secondFactor: name('两步验证', 'Second factor'),
  recoveryCode: name('恢复码', 'Recovery code'),
  recoveryCodes: name('恢复码', 'Recovery codes'),
  externalLogin: name('外部登录', 'External sign-in'),
  code: name('验证码', 'Code'),
  sessions: name('全部会话', 'Sessions'),
  noticeSettings: name('通知设置', 'Notice settings'),
  signIn: name('登录', 'Sign-in'),
  retention: name('数据留存', 'Retention'),
  listings: name('成果', 'Listings'),
  needs: name('需求', 'Needs'),
}

const done: Record<string, Name> = {
  created: name('新建', 'created'), recorded: name('登记', 'recorded'), changed: name('修改', 'changed'), revised: name('修改', 'revised'),
  corrected: name('本人更正', 'corrected'), deleted: name('删除', 'deleted'), submitted: name('提交审核', 'submitted'), returned: name('退回', 'returned'),
  published: name('发布', 'published'), suspended: name('暂停', 'suspended'), reserved: name('独家洽谈', 'reserved'), transferred: name('已转化', 'transferred'),
  withdrawn: name('撤回', 'withdrawn'), expired: name('到期', 'expired'), negotiated: name('进入洽谈', 'negotiated'), satisfied: name('已满足', 'satisfied'),
  matched: name('恢复匹配', 'matched'), unmatched: name('停止匹配', 'unmatched'), disclosed: name('向对方披露', 'disclosed'), read: name('查看', 'read'),
  escalated: name('转协调', 'escalated'), signed: name('登记签约', 'signings recorded'), reversed: name('冲销', 'reversed'), added: name('新增', 'added'),
  cancelled: name('取消', 'cancelled'), declared: name('申报', 'declared'), profile: name('资料修改', 'profile changed'), made: name('生成', 'made'),
  mailed: name('邮件发送', 'mailed'), asked: name('申请', 'asked for'), revoked: name('收回', 'revoked'), renewed: name('更换', 'renewed'), used: name('使用', 'used'),
  refused: name('被拒', 'refused'), reset: name('重设', 'reset'), linked: name('绑定', 'linked'), on: name('开启', 'switched on'), off: name('关闭', 'switched off'),
  exported: name('导出', 'exported'), started: name('开始', 'started'), pruned: name('到期清理', 'pruned'), replayed: name('重新处理', 'replayed'),
  uploaded: name('上传', 'uploaded'), downloaded: name('下载', 'downloaded'), scanned: name('查毒', 'scanned'), damaged: name('损坏', 'damaged'),
  failed: name('失败', 'failed'), restarted: name('重新开始', 'restarted'), disabled: name('停用', 'disabled'), found: name('发现', 'found'),
  merged: name('合并', 'merged'), unmerged: name('撤销合并', 'unmerged'), dismissed: name('排除', 'dismissed'), resolved: name('裁定', 'resolved'),
  matchingObjected: name('反对自动匹配', 'objected to matching'), matchingAllowed: name('恢复自动匹配', 'allowed matching'),
  log: name('登记', 'logged'), propose: name('推荐', 'proposed'), interest: name('表示有意', 'interest shown'), decline: name('婉拒', 'declined'),
  introduce: name('引荐', 'introduced'), meet: name('会面', 'met'), negotiate: name('进入谈判', 'negotiation begun'), publicise: name('公示', 'made public'),
  sign: name('签约', 'signed'), unsign: name('冲销合同', 'signing taken back'), close: name('终止', 'closed'), reopen: name('重新开启', 'reopened'),
  freeze: name('冻结', 'frozen'), dispatch: name('转派', 'dispatched'), arrange: name('安排会面', 'meeting arranged'), object: name('登记异议', 'objected to'),
  outcome: name('登记备忘录或意向书', 'outcome recorded'), credit: name('业绩分配', 'credit split'), move: name('随合并转移', 'moved by a merge'),
  accept: name('接单', 'accepted'), handOver: name('移交', 'handed over'), record: name('登记', 'recorded'), approve: name('批准', 'approved'),
  reject: name('不批准', 'rejected'), register: name('认定登记', 'registered'), refuse: name('不予登记', 'registration refused'), pay: name('到款', 'payment recorded'),
  reversePayment: name('冲销到款', 'payment reversed'), complete: name('履行完毕', 'completed'), breach: name('违约', 'breached'), terminate: name('终止', 'terminated'),
  reverse: name('冲销', 'reversed'),
}

const whole: Record<string, Name> = {
  signIn: name('登录', 'Signed in'),
  signOut: name('退出登录', 'Signed out'),
}

/** `listing.published` as 成果 · 发布; undefined where a part of it has no name. */
export function actionName(action: string): Name | undefined {
  const [thing, what] = action.split('.', 2)
  const [a, b] = [things[thing ?? ''], done[what ?? '']]
  return whole[action] ?? (a && b ? name(`${a.zh} · ${b.zh}`, `${a.en} · ${b.en}`) : undefined)
}

/** What a search begins with: all that happens to one kind of thing. */
export const prefixes: [prefix: string, Name][] = [
  ['signIn', whole.signIn!],
  ...Object.entries(things).map(([code, of]): [string, Name] => [`${code}.`, of]),
]

/** Where somebody reads on about a subject. */
export function pageOf(subject: string, id: string | null | undefined): string | undefined {
  const pages: Record<string, string> = {
    listing: '/work/listings', need: '/work/needs', engagement: '/work/engagements', deal: '/work/deals', ceremony: '/work/ceremonies', manager: '/work/managers',
  }
  return id && pages[subject] ? `${pages[subject]}/${id}` : undefined
}
