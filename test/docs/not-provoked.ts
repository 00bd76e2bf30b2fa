/** The rest of the catalogue of errors: codes without a case, each with the reason; a reason is owed for every one. */

/** Codes that no small input provokes, and why; each is proved elsewhere or needs a broken machine. */
export const NOT_PROVOKED: Readonly<Record<string, string>> = {
  'backup-damaged': '备份写好后当即核验不符：磁盘有故障',
  'choices-missing': '安装不完整：data/choices.csv 缺少一张清单',
  'file-unwritable': '操作系统不许写：管理员身份运行测试时写得了',
  'file-unreadable': '操作系统不许读：管理员身份运行测试时读得了',
  'kind-ambiguous': '随附的记录种类没有表头完全相同的两种',
  'ledger-cannot-open': '数据库打不开台账文件，原因不明',
  'ledger-damaged': '台账文件的一页写坏了：磁盘有故障',
  'ledger-disk-error': '磁盘有故障',
  'ledger-newer': '台账由更新的版本写成',
  'ledger-no-space': '磁盘已满',
  'ledger-read-only': '操作系统不许写：管理员身份运行测试时写得了',
  'reference-invalid': '安装被改动：data 里的一份清单写坏了',
  'reference-missing': '安装不完整：缺少 data 里的一份清单',
  'region-ambiguous': '随附的区划清单没有重名的地方',
  'template-identity': '模板取用完整身份证号而没有确认：见文书的测试',
  'template-invalid': '模板有未知的栏目：见文书的测试',
  'template-loop-place': '模板的循环标记不成对：见文书的测试',
  'workbook-too-big': '数百 MB 的工作簿',
  'yaml-too-big': '数百 MB 的一段 YAML',
};
