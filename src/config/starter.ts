/** The xingji.yaml that `xingji init` writes: everything an office must fill in, with its meaning beside it. */

export const starterConfig = (): string => `# 行纪衔接台账配置。带“某”字的地方请改成本单位的；井号后面是说明。

office:
  name: 中共某市委全面依法治市委员会办公室   # 本单位全称，用于文书署名
  region: "211100"                          # 本单位行政区划代码（六位，加引号）
  numberPrefix: 某法治办移                  # 机关代字：某法治办移〔2026〕1号
#  contact: {person: 法治督察科, phone: "0000-0000000"}   # 移送函上的联系人和电话；没写的在函上留空待填

# 接收移送函的机关，每个行政区划一行。没有列出的，移送函先拟稿，制发前会提示补充。
receivers:
  - {region: "211100", name: 中共某市纪律检查委员会 某市监察委员会}
#  - {region: "211122", name: 中共某县纪律检查委员会 某县监察委员会}

# 当年的文号在纸质登记簿上已经用到几号的，写明从几号接着编。
# numbering: {startAt: {2026: 37}}

ledger: xingji.db              # 台账文件，与本文件放在一起
# rules: rules/seven-situations.yaml   # 本单位自己的规则文件
# templates: templates                 # 本单位自己的文书模板
# data: data                           # 本单位自己的参考数据（行政区划、选项、放假安排等）
`;
