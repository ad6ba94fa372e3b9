<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Take {0}</source>
        <translation>上墙 {0}</translation>
    </message>
    <message>
        <source>Clear the air</source>
        <translation>清屏</translation>
    </message>
    <message>
        <source>Edit job {0}</source>
        <translation>编辑岗位 {0}</translation>
    </message>
    <message>
        <source>Edit employer {0}</source>
        <translation>编辑企业 {0}</translation>
    </message>
    <message>
        <source>Edit broadcast {0}</source>
        <translation>编辑直播 {0}</translation>
    </message>
    <message>
        <source>Edit an application</source>
        <translation>编辑报名</translation>
    </message>
    <message>
        <source>Edit the lineup</source>
        <translation>编辑岗位单</translation>
    </message>
</context>
<context>
    <name>Air</name>
    <message>
        <source>No card is next: cue one with Enter.</source>
        <translation>没有待播卡片：选中后按回车设为下一个。</translation>
    </message>
    <message>
        <source>Ignored: less than a second after the last take.</source>
        <translation>已忽略：距上次上墙不到一秒。</translation>
    </message>
    <message>
        <source>This job is no longer available. Choose another card.</source>
        <translation>该岗位已不可用，请选择其他卡片。</translation>
    </message>
    <message>
        <source>Not taken, the air is unchanged: {0}</source>
        <translation>未上墙，画面没有变化：{0}</translation>
    </message>
    <message>
        <source>Not cleared, the card is still on air: {0}</source>
        <translation>未清屏，卡片仍在墙上：{0}</translation>
    </message>
</context>
<context>
    <name>ApplicationTable</name>
    <message>
        <source>This person applied before</source>
        <translation>此人之前报过名</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details of the error</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>BroadcastDialog</name>
    <message>
        <source>Edit broadcast</source>
        <translation>编辑直播</translation>
    </message>
    <message>
        <source>New broadcast</source>
        <translation>新建直播</translation>
    </message>
    <message>
        <source>Needed, for example the session&apos;s name and number</source>
        <translation>必填，例如专场名称和场次</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>专场</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开播时间</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划时长</translation>
    </message>
    <message>
        <source>Give it a title first</source>
        <translation>请先填写标题</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Form</source>
        <translation>报名页</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation>快手</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖音</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Somebody else changed this job</source>
        <translation>其他人也修改了此岗位</translation>
    </message>
    <message>
        <source>Both of you changed the fields below. Choose what to keep; other changes are merged.</source>
        <translation>以下栏目双方都改过，请选择保留哪一个；其余改动已自动合并。</translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation>按此保存</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>返回编辑</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>No jobs yet</source>
        <translation>还没有岗位</translation>
    </message>
    <message>
        <source>Import the spreadsheet that you were sent: drag it here, or choose it.</source>
        <translation>导入收到的岗位表：拖到这里，或点按钮选择。</translation>
    </message>
    <message>
        <source>Import a spreadsheet…</source>
        <translation>导入岗位表…</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>新建岗位</translation>
    </message>
    <message>
        <source>Load the sample</source>
        <translation>载入示例</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>程序内部出错</translation>
    </message>
    <message>
        <source>What you did before is saved.</source>
        <translation>之前的操作都已保存。</translation>
    </message>
    <message>
        <source>Go on working; if it happens again, copy the details and send them to support.</source>
        <translation>可以继续工作；如再次出现，请复制详情发给技术支持。</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime</source>
        <translation>其他人已先修改</translation>
    </message>
    <message>
        <source>This no longer exists</source>
        <translation>内容已不存在</translation>
    </message>
    <message>
        <source>Your account may not do this</source>
        <translation>您的账号没有此权限</translation>
    </message>
    <message>
        <source>This step is not possible now</source>
        <translation>当前不能进行此操作</translation>
    </message>
    <message>
        <source>The invitation code is wrong, used or expired</source>
        <translation>邀请码错误、已使用或已过期</translation>
    </message>
    <message>
        <source>Too many attempts; wait a moment</source>
        <translation>尝试次数过多，请稍候</translation>
    </message>
    <message>
        <source>This was not accepted</source>
        <translation>操作未被接受</translation>
    </message>
    <message>
        <source>The hub does not answer</source>
        <translation>连不上服务端</translation>
    </message>
    <message>
        <source>You can go on working; what you do is sent when it answers again.</source>
        <translation>可以继续工作，恢复后会自动发送。</translation>
    </message>
    <message>
        <source>Check the network and the hub&apos;s address.</source>
        <translation>请检查网络和服务端地址。</translation>
    </message>
    <message>
        <source>The hub asks you to sign in again</source>
        <translation>服务端要求重新登录</translation>
    </message>
    <message>
        <source>Everything you see stays; new changes wait.</source>
        <translation>已有内容都在，新的改动等待发送。</translation>
    </message>
    <message>
        <source>Ask for a new invitation code and connect again in Settings.</source>
        <translation>请索取新的邀请码，在“设置”中重新连接。</translation>
    </message>
    <message>
        <source>This program and the hub have different versions</source>
        <translation>本程序与服务端版本不一致</translation>
    </message>
    <message>
        <source>Changes are not exchanged until both fit; nothing is lost.</source>
        <translation>版本一致前不同步数据，不会丢失。</translation>
    </message>
    <message>
        <source>Install the newer version of this program.</source>
        <translation>请安装新版程序。</translation>
    </message>
    <message>
        <source>The hub did not accept this</source>
        <translation>服务端未接受</translation>
    </message>
    <message>
        <source>Read the details, or try again later.</source>
        <translation>请查看详情，或稍后再试。</translation>
    </message>
    <message>
        <source>The disk is full or cannot be written</source>
        <translation>磁盘已满或无法写入</translation>
    </message>
    <message>
        <source>Your last action was not recorded.</source>
        <translation>上一步操作没有记录。</translation>
    </message>
    <message>
        <source>Free some space, then do it again.</source>
        <translation>请腾出空间后重做。</translation>
    </message>
    <message>
        <source>A local file was damaged</source>
        <translation>本地文件已损坏</translation>
    </message>
    <message>
        <source>It was set aside and is being filled again from the hub.</source>
        <translation>损坏的文件已移开，正在从服务端重新下载。</translation>
    </message>
    <message>
        <source>Keep the program open until it says that it is synced.</source>
        <translation>请保持程序打开，直到显示已同步。</translation>
    </message>
    <message>
        <source>Another program holds the local file</source>
        <translation>本地文件被其他程序占用</translation>
    </message>
    <message>
        <source>Close other windows of this program, then do it again.</source>
        <translation>请关闭本程序的其他窗口后重做。</translation>
    </message>
    <message>
        <source>The SQLite library on this computer can damage data</source>
        <translation>本机的 SQLite 版本可能损坏数据</translation>
    </message>
    <message>
        <source>The program does not use it.</source>
        <translation>程序不会使用它。</translation>
    </message>
    <message>
        <source>Install the sqlcipher3 package that this program asks for.</source>
        <translation>请安装本程序要求的 sqlcipher3。</translation>
    </message>
</context>
<context>
    <name>FeedFilters</name>
    <message>
        <source>Search name, phone, city, job   /</source>
        <translation>搜索姓名、手机、城市、岗位   /</translation>
    </message>
    <message>
        <source>Which broadcast</source>
        <translation>哪场直播</translation>
    </message>
    <message>
        <source>Which job</source>
        <translation>哪个岗位</translation>
    </message>
    <message>
        <source>Which channel</source>
        <translation>哪个渠道</translation>
    </message>
    <message>
        <source>This broadcast</source>
        <translation>本场直播</translation>
    </message>
    <message>
        <source>All broadcasts</source>
        <translation>全部直播</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>全部岗位</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部渠道</translation>
    </message>
</context>
<context>
    <name>FeedPane</name>
    <message>
        <source>{0} applied</source>
        <translation>报名 {0}</translation>
    </message>
    <message>
        <source>{0} this minute · {1} again</source>
        <translation>今分钟 {0} · 重复 {1}</translation>
    </message>
    <message>
        <source>Applications per minute, last {0} min; most {1}</source>
        <translation>每分钟报名，近 {0} 分钟；最高 {1}</translation>
    </message>
    <message>
        <source>↑ {0} new</source>
        <translation>↑ {0} 条新报名</translation>
    </message>
    <message>
        <source>No application matches</source>
        <translation>没有符合的报名</translation>
    </message>
    <message>
        <source>Try another word, or widen the filters.</source>
        <translation>换个词，或放宽筛选。</translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation>还没有报名</translation>
    </message>
    <message>
        <source>They appear here within a second after a viewer signs up.</source>
        <translation>观众报名后一秒内显示在这里。</translation>
    </message>
</context>
<context>
    <name>FeedView</name>
    <message>
        <source>Live feed</source>
        <translation>实时报名</translation>
    </message>
</context>
<context>
    <name>HubAddress</name>
    <message>
        <source>This is not an address such as https://hub.example.com</source>
        <translation>地址不对，应类似 https://hub.example.com</translation>
    </message>
    <message>
        <source>Use https:// so that nobody can listen in</source>
        <translation>请用 https:// 开头，以防被窃听</translation>
    </message>
</context>
<context>
    <name>HubFields</name>
    <message>
        <source>Enter the address of the hub</source>
        <translation>请输入服务端地址</translation>
    </message>
    <message>
        <source>Enter the code that you were given</source>
        <translation>请输入收到的邀请码</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>服务端地址</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>邀请码</translation>
    </message>
</context>
<context>
    <name>ImportChoice</name>
    <message>
        <source>Drop a spreadsheet here</source>
        <translation>把岗位表拖到这里</translation>
    </message>
    <message>
        <source>Excel or CSV. You see what each row becomes before anything is changed.</source>
        <translation>支持 Excel、CSV。先逐行预览，确认后才写入。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import jobs</source>
        <translation>导入岗位</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>换个文件…</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import {count} jobs</source>
        <translation>导入 {count} 个岗位</translation>
    </message>
    <message>
        <source>Choose a spreadsheet</source>
        <translation>选择岗位表</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>类型：</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>表格文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Stopped. What was recorded before stays; the rest can be imported again.</source>
        <translation>已停止。已写入的保留，其余可再次导入。</translation>
    </message>
    <message>
        <source>Done: {new} new, {changed} changed</source>
        <translation>完成：新增 {new} 个，更新 {changed} 个</translation>
    </message>
    <message>
        <source>Recording {done} of {total}</source>
        <translation>正在写入 {done} / {total}</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>{file}-report.csv</source>
        <translation>{file}-导入报告.csv</translation>
    </message>
    <message>
        <source>The report was not saved: {error}</source>
        <translation>报告未能保存：{error}</translation>
    </message>
    <message>
        <source>Report saved: {file}</source>
        <translation>报告已保存：{file}</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>表格各行</translation>
    </message>
    <message>
        <source>Nothing to remark</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>薪资</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>非岗位</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>您已取消</translation>
    </message>
    <message>
        <source>Changes: {fields}</source>
        <translation>更新：{fields}</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>新建岗位</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Repeated, left out</source>
        <translation>重复，不导入</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>不能导入</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Openings</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Board, bed</source>
        <translation>食宿</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>面试</translation>
    </message>
    <message>
        <source>Rebate</source>
        <translation>返费</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Couples&apos; room</source>
        <translation>夫妻房</translation>
    </message>
</context>
<context>
    <name>JobDetail</name>
    <message>
        <source>The card on air</source>
        <translation>上墙卡片</translation>
    </message>
    <message>
        <source>{count} jobs selected</source>
        <translation>已选 {count} 个岗位</translation>
    </message>
    <message>
        <source>Choose a job to see its card</source>
        <translation>选择岗位查看卡片</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>用工</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Medical check</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Pay in words</source>
        <translation>薪资原文</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>up to {age}</source>
        <translation>{age} 岁以下</translation>
    </message>
    <message>
        <source>from {age}</source>
        <translation>{age} 岁起</translation>
    </message>
</context>
<context>
    <name>JobEditor</name>
    <message>
        <source>New job</source>
        <translation>新建岗位</translation>
    </message>
    <message>
        <source>Edit job</source>
        <translation>编辑岗位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This job has unsaved changes.</source>
        <translation>此岗位有未保存的修改。</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Some fields need a look: {count}</source>
        <translation>有 {count} 处需要修改</translation>
    </message>
</context>
<context>
    <name>JobFields</name>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>A whole number, such as 6000</source>
        <translation>应为整数，例如 6000</translation>
    </message>
    <message>
        <source>An amount, such as 21.5</source>
        <translation>应为金额，例如 21.5</translation>
    </message>
    <message>
        <source>Less than the lower end</source>
        <translation>比下限小</translation>
    </message>
    <message>
        <source>A date such as 2026-09-30, or 长期</source>
        <translation>应为日期，例如 2026-09-30，或“长期”</translation>
    </message>
    <message>
        <source>Days and yuan, such as 30天 1500元；60天 800元</source>
        <translation>写天数和金额，例如 30天 1500元；60天 800元</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Employer *</source>
        <translation>企业 *</translation>
    </message>
    <message>
        <source>Job title *</source>
        <translation>岗位名称 *</translation>
    </message>
    <message>
        <source>Openings</source>
        <translation>招聘人数</translation>
    </message>
    <message>
        <source>Employment type</source>
        <translation>用工形式</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>薪资</translation>
    </message>
    <message>
        <source>Monthly from (yuan)</source>
        <translation>月薪下限（元）</translation>
    </message>
    <message>
        <source>Monthly up to (yuan)</source>
        <translation>月薪上限（元）</translation>
    </message>
    <message>
        <source>Base pay a month (yuan)</source>
        <translation>底薪（元/月）</translation>
    </message>
    <message>
        <source>Hourly (yuan)</source>
        <translation>小时工价（元）</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>加班</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Payday</source>
        <translation>发薪日</translation>
    </message>
    <message>
        <source>Piece rate</source>
        <translation>计件</translation>
    </message>
    <message>
        <source>Pay in words</source>
        <translation>薪资原文</translation>
    </message>
    <message>
        <source>Rebate</source>
        <translation>返费</translation>
    </message>
    <message>
        <source>Place and hours</source>
        <translation>地点与时间</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Rest days</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation>集合地点</translation>
    </message>
    <message>
        <source>Board, lodging, benefits</source>
        <translation>食宿与福利</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>伙食</translation>
    </message>
    <message>
        <source>Lodging</source>
        <translation>住宿</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保险</translation>
    </message>
    <message>
        <source>Rooms for couples</source>
        <translation>有夫妻房</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>福利</translation>
    </message>
    <message>
        <source>Requirements and interview</source>
        <translation>要求与面试</translation>
    </message>
    <message>
        <source>Age from</source>
        <translation>最低年龄</translation>
    </message>
    <message>
        <source>Age up to</source>
        <translation>最高年龄</translation>
    </message>
    <message>
        <source>Contract term</source>
        <translation>合同期</translation>
    </message>
    <message>
        <source>Medical check</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>面试</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>携带材料</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Talking points for the host</source>
        <translation>主播口播</translation>
    </message>
    <message>
        <source>Note, seen by staff only</source>
        <translation>备注（仅内部可见）</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>No job matches</source>
        <translation>没有符合的岗位</translation>
    </message>
    <message>
        <source>Try fewer words, or another place or benefit.</source>
        <translation>减少几个词，或换个地点、福利。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>JobPicker</name>
    <message>
        <source>Add jobs</source>
        <translation>添加岗位</translation>
    </message>
    <message>
        <source>Title, employer, place or benefit</source>
        <translation>岗位、企业、地点或福利</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>↑↓ choose   ·   Enter adds   ·   Esc closes</source>
        <translation>↑↓ 选择   ·   回车添加   ·   Esc 关闭</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>没有符合的岗位</translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation>换个词试试。</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>还没有岗位</translation>
    </message>
    <message>
        <source>Make or import them in the job library first.</source>
        <translation>请先在岗位库新建或导入。</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>Employer</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Monthly pay</source>
        <translation>月薪（元）</translation>
    </message>
    <message>
        <source>Openings</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>福利</translation>
    </message>
</context>
<context>
    <name>JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation>岗位</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Search jobs  ( / )</source>
        <translation>搜索岗位  ( / )</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>导入岗位表</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>新建岗位</translation>
    </message>
    <message>
        <source>Jobs imported: {count}</source>
        <translation>已导入 {count} 个岗位</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Archived: {jobs}</source>
        <translation>已归档：{jobs}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>LineupEdits</name>
    <message>
        <source>That card is no longer in the lineup.</source>
        <translation>该卡片已不在岗位单中。</translation>
    </message>
    <message>
        <source>The lineup is unchanged: {0}</source>
        <translation>岗位单没有变化：{0}</translation>
    </message>
</context>
<context>
    <name>LineupList</name>
    <message>
        <source>next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已讲</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>LineupPane</name>
    <message>
        <source>Add jobs</source>
        <translation>添加岗位</translation>
    </message>
    <message>
        <source>Lineup</source>
        <translation>岗位单</translation>
    </message>
    <message>
        <source>No lineup</source>
        <translation>没有岗位单</translation>
    </message>
    <message>
        <source>It begins with a broadcast.</source>
        <translation>先新建一场直播。</translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation>还没有卡片</translation>
    </message>
    <message>
        <source>Add jobs from the library, in the order you want to show them.</source>
        <translation>从岗位库按讲解顺序添加岗位。</translation>
    </message>
    <message>
        <source>{0} cards · {1} of {2} min</source>
        <translation>{0} 个岗位 · {1} / {2} 分</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Cue as next</source>
        <translation>设为下一个</translation>
    </message>
    <message>
        <source>Planned minutes…</source>
        <translation>计划分钟…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Planned minutes</source>
        <translation>计划分钟</translation>
    </message>
    <message>
        <source>How long should this card be on air?</source>
        <translation>这张卡片讲解多久？</translation>
    </message>
</context>
<context>
    <name>LineupView</name>
    <message>
        <source>Lineup</source>
        <translation>岗位单</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>The broadcast was not saved: {0}</source>
        <translation>直播未能保存：{0}</translation>
    </message>
</context>
<context>
    <name>LookChoice</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>OnAirPane</name>
    <message>
        <source>◀ Previous</source>
        <translation>◀ 上一个</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>上墙</translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation>下一个 ▶</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清屏</translation>
    </message>
    <message>
        <source>Next: –</source>
        <translation>下一个：–</translation>
    </message>
    <message>
        <source>Next: {0} {1} · {2} · {3}</source>
        <translation>下一个：{0} {1} · {2} · {3}</translation>
    </message>
    <message>
        <source>No broadcast yet</source>
        <translation>还没有直播</translation>
    </message>
    <message>
        <source>A broadcast holds the lineup of one live stream and the applications it brings.</source>
        <translation>一场直播包含岗位单和它带来的报名。</translation>
    </message>
    <message>
        <source>New broadcast</source>
        <translation>新建直播</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有可讲的岗位</translation>
    </message>
    <message>
        <source>Add the jobs of this broadcast first.</source>
        <translation>请先添加本场岗位。</translation>
    </message>
    <message>
        <source>Add jobs</source>
        <translation>添加岗位</translation>
    </message>
    <message>
        <source>End of the lineup</source>
        <translation>岗位单已讲完</translation>
    </message>
    <message>
        <source>Every card was shown. Choose one and press Enter to cue it.</source>
        <translation>所有卡片都讲过了。选中一张，按回车设为下一个。</translation>
    </message>
</context>
<context>
    <name>Pay</name>
    <message>
        <source>¥ {0} / month</source>
        <translation>¥ {0} / 月</translation>
    </message>
    <message>
        <source>¥ {0} / hour</source>
        <translation>¥ {0} / 小时</translation>
    </message>
    <message>
        <source>¥ {0} base / month</source>
        <translation>底薪 ¥ {0} / 月</translation>
    </message>
    <message>
        <source>Pay not stated</source>
        <translation>薪资未写明</translation>
    </message>
    <message>
        <source>base ¥ {0}</source>
        <translation>底薪 ¥ {0}</translation>
    </message>
    <message>
        <source>piece rate</source>
        <translation>计件</translation>
    </message>
    <message>
        <source>payday {0}</source>
        <translation>{0}发薪</translation>
    </message>
    <message>
        <source>{0} d ¥ {1}</source>
        <translation>满 {0} 天返 ¥ {1}</translation>
    </message>
</context>
<context>
    <name>RefusalsDialog</name>
    <message>
        <source>Refused by the hub</source>
        <translation>被拒绝的操作</translation>
    </message>
    <message>
        <source>These actions were not carried out. What you see is what the hub has.</source>
        <translation>这些操作没有执行，画面显示的是服务端的数据。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Connect to a hub…</source>
        <translation>连接服务端…</translation>
    </message>
    <message>
        <source>Sign out or change hub…</source>
        <translation>退出登录或更换服务端…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language and theme</source>
        <translation>语言与主题</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在本机使用</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>登录账号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>{count} actions wait to be sent</source>
        <translation>{count} 项操作待发送</translation>
    </message>
    <message>
        <source>Nothing; everything has been sent</source>
        <translation>没有，已全部发送</translation>
    </message>
    <message>
        <source>Synced at {time}</source>
        <translation>已同步，{time}</translation>
    </message>
    <message>
        <source>Catching up: {done} of {total}</source>
        <translation>正在追赶：{done} / {total}</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>{time} 起离线</translation>
    </message>
    <message>
        <source>The hub asks you to sign in again</source>
        <translation>服务端要求重新登录</translation>
    </message>
    <message>
        <source>This program and the hub have different versions</source>
        <translation>本程序与服务端版本不一致</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation>诊断信息已复制</translation>
    </message>
    <message>
        <source>Show the welcome again, to choose another hub? What is on this computer stays here.</source>
        <translation>回到欢迎页选择其他服务端？本机上的数据会保留。</translation>
    </message>
    <message>
        <source>{count} actions have not been sent yet; they wait until you come back to this hub.</source>
        <translation>还有 {count} 项操作未发送，会保留到您回到此服务端。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose another hub</source>
        <translation>选择其他服务端</translation>
    </message>
</context>
<context>
    <name>ShortcutDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>On air</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Take: put the next card on air</source>
        <translation>上墙：展示下一张卡片</translation>
    </message>
    <message>
        <source>Clear: take the card off air</source>
        <translation>清屏：撤下当前卡片</translation>
    </message>
    <message>
        <source>Make the selected card the next one</source>
        <translation>把选中的卡片设为下一个</translation>
    </message>
    <message>
        <source>Make the card before or after it the next one</source>
        <translation>下一个改为前一张 / 后一张</translation>
    </message>
    <message>
        <source>Add jobs to the lineup</source>
        <translation>添加岗位到岗位单</translation>
    </message>
    <message>
        <source>Move the selected card</source>
        <translation>移动选中的卡片</translation>
    </message>
    <message>
        <source>Skip the card, or take it in again</source>
        <translation>跳过 / 恢复卡片</translation>
    </message>
    <message>
        <source>Remove the card from the lineup</source>
        <translation>从岗位单移除</translation>
    </message>
    <message>
        <source>Undo and redo lineup edits</source>
        <translation>撤销 / 重做岗位单修改</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>新建岗位</translation>
    </message>
    <message>
        <source>Edit the selected job</source>
        <translation>编辑选中的岗位</translation>
    </message>
    <message>
        <source>Duplicate the selected job</source>
        <translation>复制选中的岗位</translation>
    </message>
    <message>
        <source>Archive the selected jobs</source>
        <translation>归档选中的岗位</translation>
    </message>
    <message>
        <source>Undo the last archiving</source>
        <translation>撤销归档</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>导入岗位表</translation>
    </message>
    <message>
        <source>Save, in the editor</source>
        <translation>保存（编辑时）</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Live, jobs, settings</source>
        <translation>直播、岗位、设置</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>This overview</source>
        <translation>快捷键一览</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>{0} to send</source>
        <translation>{0} 项待发送</translation>
    </message>
    <message>
        <source>older data</source>
        <translation>旧数据</translation>
    </message>
    <message>
        <source>Synced {0} ago</source>
        <translation>已同步 {0}前</translation>
    </message>
    <message>
        <source>Offline since {0}</source>
        <translation>{0} 起离线</translation>
    </message>
    <message>
        <source>Catching up {0} / {1}</source>
        <translation>正在追赶 {0} / {1}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>正在追赶</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Sign in to sync</source>
        <translation>需重新登录</translation>
    </message>
    <message>
        <source>Update the app to sync</source>
        <translation>需升级程序</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
</context>
<context>
    <name>Tally</name>
    <message>
        <source>STANDBY</source>
        <translation>待播</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>直播中</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Broadcast</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>On air for</source>
        <translation>直播时长</translation>
    </message>
    <message>
        <source>Expected end</source>
        <translation>预计结束</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Link to the hub</source>
        <translation>与服务端的连接</translation>
    </message>
    <message>
        <source>No broadcast</source>
        <translation>没有直播</translation>
    </message>
    <message>
        <source>{0} applied ({1} this min)</source>
        <translation>报名 {0}（今分钟 {1}）</translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation>{0} 项被拒绝</translation>
    </message>
    <message>
        <source>Actions that the hub refused: read why</source>
        <translation>被服务端拒绝的操作：查看原因</translation>
    </message>
    <message>
        <source>New broadcast…</source>
        <translation>新建直播…</translation>
    </message>
    <message>
        <source>Edit this broadcast…</source>
        <translation>编辑本场直播…</translation>
    </message>
    <message>
        <source>Copy the sign-up link</source>
        <translation>复制报名链接</translation>
    </message>
    <message>
        <source>Open the sign-up page</source>
        <translation>打开报名页</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>已复制：{0}</translation>
    </message>
    <message>
        <source>○ Off air</source>
        <translation>○ 未上墙</translation>
    </message>
    <message>
        <source>● Live {0}</source>
        <translation>● 直播中 {0}</translation>
    </message>
    <message>
        <source>Ends {0} ({1} min)</source>
        <translation>预计 {0}（{1} 分）</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Welcome to KZG Desktop</source>
        <translation>欢迎使用 KZG 直播带岗桌面版</translation>
    </message>
    <message>
        <source>Lineup, on-air card and live applications on one desk.</source>
        <translation>岗位单、上墙卡片、实时报名，一张桌面全搞定。</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在本机使用</translation>
    </message>
    <message>
        <source>Start right away. Everything stays on this computer; you can connect to a hub later.</source>
        <translation>马上开始。数据都保存在本机，以后也可以连接服务端。</translation>
    </message>
    <message>
        <source>Connect to a hub</source>
        <translation>连接服务端</translation>
    </message>
    <message>
        <source>Work with your team. You need the hub&apos;s address and an invitation code.</source>
        <translation>与团队一起工作。需要服务端地址和邀请码。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始使用</translation>
    </message>
</context>
<context>
    <name>_ChoiceDelegate</name>
    <message>
        <source>✓ in lineup</source>
        <translation>✓ 已在岗位单</translation>
    </message>
</context>
</TS>
