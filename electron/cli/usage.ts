/** One text a command, shown by --help and behind a wrong command line. */
export const USAGE = {
  check: `huibei check 文稿 [选项]
  对照要点、校核文字。文稿可以是 .docx、.doc、.odt、.txt 或 .wps。
  --kind 类型      speech 讲话稿、response 表态发言、host-script 主持词、feedback 反馈意见、agenda 议程；
                   不写时按标题、文件名和内容判断
  --date 日期      会议日期，如 2026-12-15；不写时取会议要素或文稿里的日期，都没有就用今天
  --facts 文件     会议要素，JSON：{"单位": "柳溪镇", …, "people": [{"name": …, "post": …}]}
  --pack 文件      用这个规则包，不用自带的
  --json           输出一个 JSON 对象
  退出状态：0 没有问题；1 有错误或缺必备要点；2 无法处理`,
  export: `huibei export 文稿 --out 输出.docx [选项]
  按公文格式排成 Word 文件。
  --layout 版式    standard 标准稿（默认）、podium 大字稿
  --kind 类型      同 check`,
  sample: `huibei sample --out 文件夹
  把示例会议的全套文稿和会议要素写到文件夹里。`,
  serve: `huibei serve [--port 端口] [--data-dir 文件夹]
  在本机浏览器里使用会备。输出的第一行是网址；按 Ctrl+C 结束。
  --port 端口      默认 0，任选一个空闲的
  --data-dir 文件夹  资料放在这里；不写时用平常的数据文件夹`,
}

export type CommandWord = keyof typeof USAGE

export const GENERAL_USAGE = `会备：巡察情况反馈会议的离线文稿准备工具

${Object.values(USAGE).join('\n\n')}

huibei --help    显示这份说明（命令后面加 --help 只看那一个）
huibei --version 显示版本`
