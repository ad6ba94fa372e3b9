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
        <source>Change the mode</source>
        <translation>切换模式</translation>
    </message>
    <message>
        <source>Say how far a job is filled</source>
        <translation>设置招聘状态</translation>
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
    <name>AdLine</name>
    <message>
        <source>Checking the advertisement…</source>
        <translation>正在检查广告内容…</translation>
    </message>
</context>
<context>
    <name>Addresses</name>
    <message>
        <source>Only the address, without anything after the name and port</source>
        <translation>只填地址，域名和端口之后不要有内容</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535</source>
        <translation>端口是 1 到 65535 的数字</translation>
    </message>
    <message>
        <source>This is not the name or address of a computer, such as 127.0.0.1</source>
        <translation>不是计算机名或地址，应类似 127.0.0.1</translation>
    </message>
    <message>
        <source>This is not an address such as https://jobs.example.com</source>
        <translation>地址不对，应类似 https://jobs.example.com</translation>
    </message>
</context>
<context>
    <name>Air</name>
    <message>
        <source>Nothing is on air to give time to.</source>
        <translation>没有正在上墙的岗位，无法加时。</translation>
    </message>
    <message>
        <source>The time is unchanged: {0}</source>
        <translation>时间没有改动：{0}</translation>
    </message>
    <message>
        <source>Not live yet: rehearse, or go on air first.</source>
        <translation>还没开播：请先彩排或开播。</translation>
    </message>
    <message>
        <source>No card is next: cue one with Enter.</source>
        <translation>没有待播卡片：选中后按回车设为下一个。</translation>
    </message>
    <message>
        <source>That card is no longer in the lineup.</source>
        <translation>该卡片已不在岗位单中。</translation>
    </message>
    <message>
        <source>Ignored: less than a second after the last take.</source>
        <translation>已忽略：距上次上墙不到一秒。</translation>
    </message>
    <message>
        <source>Your account may not change what viewers see.</source>
        <translation>您的账号无权更改观众看到的内容。</translation>
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
        <source>On air this card would be stopped by the advertisement check.</source>
        <translation>正式直播时，这张卡会被广告检查拦下。</translation>
    </message>
    <message>
        <source>No seat is left: viewers are told that there is a waiting list.</source>
        <translation>名额已满：观众会看到“候补报名中”。</translation>
    </message>
    <message>
        <source>This advertisement&apos;s last valid day has passed.</source>
        <translation>这条招聘信息已过有效期。</translation>
    </message>
    <message>
        <source>The mode is unchanged: {0}</source>
        <translation>模式没有改动：{0}</translation>
    </message>
    <message>
        <source>Not cleared, the card is still on air: {0}</source>
        <translation>未清屏，卡片仍在墙上：{0}</translation>
    </message>
</context>
<context>
    <name>AirChecks</name>
    <message>
        <source>The QR code opens on this computer only. The public address is in the settings.</source>
        <translation>二维码只有本机能打开。请在设置里填写公开地址。</translation>
    </message>
    <message>
        <source>This system cannot keep windows out of screen capture. Names are masked anyway.</source>
        <translation>本系统无法让窗口不被录屏。姓名和电话始终打码。</translation>
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
    <name>AsRunExport</name>
    <message>
        <source>Save the as-run log</source>
        <translation>保存播出记录</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>CSV 文本 (*.csv)</translation>
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
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
    <name>ControlSection</name>
    <message>
        <source>address of the control API</source>
        <translation>控制接口地址</translation>
    </message>
    <message>
        <source>token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>更换令牌…</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>For a Stream Deck, Companion or scripts on this computer. The token is their password.</source>
        <translation>供本机的 Stream Deck、Companion 或脚本使用，令牌就是它们的密码。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>控制器</translation>
    </message>
    <message>
        <source>Give this command a key in your system: that key takes even while another window is in front.</source>
        <translation>在系统设置里给这条命令指定快捷键，即使其他窗口在前面，按键也能上墙。</translation>
    </message>
    <message>
        <source>Keys of the system</source>
        <translation>系统快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Make a new token? Controllers that have the old one stop working until they get the new one.</source>
        <translation>更换令牌？使用旧令牌的控制器会停止工作，直到填入新令牌。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>更换令牌</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>复制{what}</translation>
    </message>
    <message>
        <source>Copied: {what}</source>
        <translation>已复制{what}</translation>
    </message>
</context>
<context>
    <name>EditorFindings</name>
    <message>
        <source>Advertisement check</source>
        <translation>广告检查</translation>
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
    <name>Findings</name>
    <message>
        <source>Sex</source>
        <translation>性别限制</translation>
    </message>
    <message>
        <source>Marriage and children</source>
        <translation>婚育限制</translation>
    </message>
    <message>
        <source>Ethnicity, religion</source>
        <translation>民族、宗教限制</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>地域、户籍限制</translation>
    </message>
    <message>
        <source>Health, disability</source>
        <translation>健康、残疾限制</translation>
    </message>
    <message>
        <source>Money from applicants</source>
        <translation>向求职者收费</translation>
    </message>
    <message>
        <source>Keeping identity cards</source>
        <translation>扣押证件</translation>
    </message>
    <message>
        <source>Minors</source>
        <translation>未成年人</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>夸大承诺</translation>
    </message>
    <message>
        <source>Loans, fraud</source>
        <translation>贷款、刷单</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>缺少必要内容</translation>
    </message>
    <message>
        <source>Age limit</source>
        <translation>年龄限制</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Contact outside the form</source>
        <translation>引流到平台外</translation>
    </message>
    <message>
        <source>{count} to change</source>
        <translation>{count} 处要改</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 处留意</translation>
    </message>
    <message>
        <source>Nothing against this advertisement</source>
        <translation>广告内容没有问题</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Advertisement check</source>
        <translation>广告检查</translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>Connect to a hub…</source>
        <translation>连接服务端…</translation>
    </message>
    <message>
        <source>Sign out or change hub…</source>
        <translation>退出登录或更换服务端…</translation>
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
        <source>{sheet} · row {row}</source>
        <translation>{sheet} · 第 {row} 行</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
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
        <source>paused by HR</source>
        <translation>HR 已暂停</translation>
    </message>
    <message>
        <source>full, waiting list</source>
        <translation>已满，候补</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩 {0}</translation>
    </message>
    <message>
        <source>Couples&apos; room</source>
        <translation>夫妻房</translation>
    </message>
</context>
<context>
    <name>JobCells</name>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>招满</translation>
    </message>
    <message>
        <source>{accepted} accepted</source>
        <translation>已录用 {accepted}</translation>
    </message>
    <message>
        <source>{accepted} of {openings} accepted</source>
        <translation>已录用 {accepted} / {openings}</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>剩 {left}</translation>
    </message>
    <message>
        <source>waiting list</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Recruiting</source>
        <translation>招聘中</translation>
    </message>
    <message>
        <source>Expired {day}</source>
        <translation>已过期 {day}</translation>
    </message>
</context>
<context>
    <name>JobChoices</name>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>招满</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
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
        <source>No job with a problem here</source>
        <translation>这里没有有问题的岗位</translation>
    </message>
    <message>
        <source>What is listed otherwise can go on air, as far as words go.</source>
        <translation>其他岗位的用词和有效期都没有问题，可以上墙。</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>显示全部岗位</translation>
    </message>
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
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Ad</source>
        <translation>广告</translation>
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
        <source>Monthly pay</source>
        <translation>月薪（元）</translation>
    </message>
    <message>
        <source>Seats left</source>
        <translation>剩余名额</translation>
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
        <source>Only jobs that should not go on air as they are: the words, or the date</source>
        <translation>只看现在不宜上墙的岗位：用词有问题，或已过有效期</translation>
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
        <source>Problems  {count}</source>
        <translation>有问题  {count}</translation>
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
    <message>
        <source>Recruiting: {jobs}</source>
        <translation>恢复招聘：{jobs}</translation>
    </message>
    <message>
        <source>Paused: {jobs}</source>
        <translation>已暂停：{jobs}</translation>
    </message>
    <message>
        <source>Full: {jobs}</source>
        <translation>已招满：{jobs}</translation>
    </message>
</context>
<context>
    <name>KeyDetail</name>
    <message>
        <source>Add key…</source>
        <translation>添加按键…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>The keys that it had at first</source>
        <translation>恢复这条命令的默认按键</translation>
    </message>
    <message>
        <source>Take away the key {key}</source>
        <translation>移除按键 {key}</translation>
    </message>
    <message>
        <source>The last key stays: this must always be one key away</source>
        <translation>最后一个按键必须保留：这项操作要随时一键可达</translation>
    </message>
    <message>
        <source>These keys do something else now. Take them back?</source>
        <translation>这些按键已另有用途，要收回吗？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Not reset: one of the keys is the last one of a command that always needs a key.</source>
        <translation>未恢复：其中一个按键是另一条必备命令仅剩的按键。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeyListView</name>
    <message>
        <source>Commands and their keys</source>
        <translation>命令与按键</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>Add key</source>
        <translation>添加按键</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Press the key, alone or with Ctrl, Alt or Shift. Tab leads to the buttons.</source>
        <translation>请按下按键，可与 Ctrl、Alt、Shift 组合。按 Tab 可移到按钮。</translation>
    </message>
    <message>
        <source>This key cannot be used: Tab leads from field to field.</source>
        <translation>不能使用此键：Tab 用于在各项之间移动。</translation>
    </message>
    <message>
        <source>The command has this key already.</source>
        <translation>这条命令已经有这个按键。</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”. Moved here, it does that no longer.</source>
        <translation>{key} 已用于“{command}”。移到这里后，原命令不再响应此键。</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}” and has to stay there. Choose another key.</source>
        <translation>{key} 用于“{command}”，不能移走，请换一个按键。</translation>
    </message>
    <message>
        <source>Move it here</source>
        <translation>移到这里</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此键</translation>
    </message>
    <message>
        <source>Lists use this key to move; there it will do the command instead.</source>
        <translation>列表用此键移动光标；改用后在列表里将执行这条命令。</translation>
    </message>
    <message>
        <source>Text fields use this key to edit; while you type it stays theirs.</source>
        <translation>文本框用此键编辑；打字时仍归文本框使用。</translation>
    </message>
    <message>
        <source>While you type in a text field, this key is typed and does nothing else.</source>
        <translation>在文本框里打字时，此键只会输入文字，不执行命令。</translation>
    </message>
</context>
<context>
    <name>KeymapEditor</name>
    <message>
        <source>Search commands or keys  ( / )</source>
        <translation>搜索命令或按键  ( / )</translation>
    </message>
    <message>
        <source>No such command</source>
        <translation>没有这样的命令</translation>
    </message>
    <message>
        <source>Search for other words or keys.</source>
        <translation>换个词或按键再搜。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>全部恢复默认…</translation>
    </message>
    <message>
        <source>Presenter remotes work as they are: forward takes, back goes to the card before, black clears.</source>
        <translation>翻页笔可直接使用：下一页上墙，上一页预备前一张，黑屏键清屏。</translation>
    </message>
    <message>
        <source>Give every command the keys that it had at first?</source>
        <translation>把所有命令恢复为默认按键？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复</translation>
    </message>
</context>
<context>
    <name>Light</name>
    <message>
        <source>Ready for air</source>
        <translation>可以上墙</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>建议看一下</translation>
    </message>
    <message>
        <source>Not to be shown like this</source>
        <translation>这样不宜上墙</translation>
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
    <name>LiveDesk</name>
    <message>
        <source>On air: end this broadcast before you open another.</source>
        <translation>正在直播：请先结束本场，再打开别的场次。</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>打开所在文件夹</translation>
    </message>
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
    <name>ModeFlow</name>
    <message>
        <source>Go on air?</source>
        <translation>现在开播？</translation>
    </message>
    <message>
        <source>From now on viewers see every card that you take, and each take is logged.</source>
        <translation>开播后，你上墙的每张卡观众都会看到，并记入播出记录。</translation>
    </message>
    <message>
        <source>Go on air</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>The card on air is cleared. Applications go on arriving.</source>
        <translation>正在上墙的岗位会清屏，报名仍会继续进来。</translation>
    </message>
    <message>
        <source>The card on air is cleared, and what you take from then on counts as a rehearsal.</source>
        <translation>正在上墙的岗位会清屏，之后的上墙只算彩排。</translation>
    </message>
    <message>
        <source>End the broadcast?</source>
        <translation>结束本场直播？</translation>
    </message>
    <message>
        <source>End broadcast</source>
        <translation>结束直播</translation>
    </message>
    <message>
        <source>You are on air</source>
        <translation>正在直播</translation>
    </message>
    <message>
        <source>Closing ends the broadcast: the card is cleared for viewers, and the overlay goes empty.</source>
        <translation>关闭窗口会结束直播：观众看到的岗位卡会清屏，贴片变空。</translation>
    </message>
    <message>
        <source>End and close</source>
        <translation>结束并关闭</translation>
    </message>
    <message>
        <source>The lineup is empty: there is nothing to take.</source>
        <translation>岗位单是空的，没有可上墙的岗位。</translation>
    </message>
    <message>
        <source>Cards that cannot be taken as they are: {0}</source>
        <translation>现在不能直接上墙的岗位：第 {0} 个</translation>
    </message>
    <message>
        <source>{0} cards are ready.</source>
        <translation>{0} 个岗位已就绪。</translation>
    </message>
    <message>
        <source>The hub answers: applications arrive as they are sent.</source>
        <translation>服务端连接正常，报名会实时进来。</translation>
    </message>
    <message>
        <source>No link to the hub: viewers cannot sign up until it is back.</source>
        <translation>连不上服务端：恢复之前观众无法报名。</translation>
    </message>
</context>
<context>
    <name>ModeSwitch</name>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Nothing is shown; cards can be arranged freely</source>
        <translation>什么都不播，可随意编排</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>Cards show as on air, but nothing counts</source>
        <translation>和直播一样上墙，但不计入数据</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Viewers see what you take</source>
        <translation>你上墙的内容观众都能看到</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>On air</source>
        <translation>直播中</translation>
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
    <name>Obs</name>
    <message>
        <source>Not in use.</source>
        <translation>未启用。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>OBS refuses the password. Copy it from OBS: Tools, WebSocket Server.</source>
        <translation>OBS 不接受这个密码。请在 OBS 的“工具 → WebSocket 服务器设置”里复制。</translation>
    </message>
    <message>
        <source>No answer: start OBS and turn on Tools, WebSocket Server.</source>
        <translation>没有回应：请打开 OBS，并在“工具”里开启 WebSocket 服务器。</translation>
    </message>
    <message>
        <source>This OBS is too old: version 28 or newer is needed.</source>
        <translation>OBS 版本太旧，需要 28 或更新版本。</translation>
    </message>
    <message>
        <source>Connected. On program: {0}.</source>
        <translation>已连接。当前输出场景：{0}。</translation>
    </message>
    <message>
        <source>OBS: not connected</source>
        <translation>OBS 未连接</translation>
    </message>
    <message>
        <source>No source in OBS shows the overlay: add its address as a browser source.</source>
        <translation>OBS 里没有显示贴片的来源：请把贴片地址添加为“浏览器”来源。</translation>
    </message>
    <message>
        <source>The scene {scene} does not contain the overlay ({sources}).</source>
        <translation>场景“{scene}”里没有贴片（{sources}）。</translation>
    </message>
    <message>
        <source>The overlay ({sources}) is switched off in the scene {scene}.</source>
        <translation>场景“{scene}”里的贴片（{sources}）被隐藏了。</translation>
    </message>
    <message>
        <source>OBS shows {scene}, and the settings ask for {wanted}.</source>
        <translation>OBS 正在输出“{scene}”，而设置里要的是“{wanted}”。</translation>
    </message>
    <message>
        <source>OBS has no scene {wanted}, which the settings name.</source>
        <translation>OBS 里没有设置中的场景“{wanted}”。</translation>
    </message>
    <message>
        <source>OBS is streaming, and the broadcast is not on air here.</source>
        <translation>OBS 正在推流，但这里还没有开播。</translation>
    </message>
    <message>
        <source>OBS is streaming, and this is a rehearsal.</source>
        <translation>OBS 正在推流，而现在是彩排。</translation>
    </message>
    <message>
        <source>OBS is not streaming.</source>
        <translation>OBS 没有在推流。</translation>
    </message>
    <message>
        <source>no overlay</source>
        <translation>没有贴片</translation>
    </message>
    <message>
        <source>overlay not in scene</source>
        <translation>场景里没有贴片</translation>
    </message>
    <message>
        <source>overlay hidden</source>
        <translation>贴片被隐藏</translation>
    </message>
    <message>
        <source>other scene</source>
        <translation>场景不对</translation>
    </message>
    <message>
        <source>scene missing</source>
        <translation>缺少场景</translation>
    </message>
    <message>
        <source>streaming, not on air</source>
        <translation>在推流，未开播</translation>
    </message>
    <message>
        <source>streaming a rehearsal</source>
        <translation>彩排中却在推流</translation>
    </message>
    <message>
        <source>not streaming</source>
        <translation>未推流</translation>
    </message>
</context>
<context>
    <name>ObsSection</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>None saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Scene for a kind of card</source>
        <translation>按卡片类型切换场景</translation>
    </message>
    <message>
        <source>Connect to OBS</source>
        <translation>连接 OBS</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>In OBS: Tools, WebSocket Server Settings, Enable. Connecting changes nothing in OBS.</source>
        <translation>在 OBS 中：工具 → WebSocket 服务器设置 → 开启。连接不会改动 OBS 的任何内容。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>With a name here, OBS follows: a take shows the first scene, a clear the second.</source>
        <translation>填写后 OBS 会跟随：上墙时切到第一个场景，清屏时切到第二个。</translation>
    </message>
    <message>
        <source>On a take</source>
        <translation>上墙时</translation>
    </message>
    <message>
        <source>On a clear</source>
        <translation>清屏时</translation>
    </message>
    <message>
        <source>Overlay&apos;s source</source>
        <translation>贴片来源</translation>
    </message>
    <message>
        <source>The source that shows the overlay, to tell you when viewers do not see it.</source>
        <translation>显示贴片的来源；观众看不到它时会提醒您。</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
</context>
<context>
    <name>Obstacle</name>
    <message>
        <source>Held back by the ad check</source>
        <translation>广告检查未过</translation>
    </message>
    <message>
        <source>Paused by HR</source>
        <translation>HR 已暂停</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>招满</translation>
    </message>
    <message>
        <source>Full: waiting list</source>
        <translation>已满，候补</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
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
        <source>Go on air</source>
        <translation>开播</translation>
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
    <name>OutputMenu</name>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿幕</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>品红</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Lower third</source>
        <translation>下三分之一</translation>
    </message>
    <message>
        <source>Full card</source>
        <translation>整卡</translation>
    </message>
    <message>
        <source>Ticker</source>
        <translation>底部条</translation>
    </message>
    <message>
        <source>Landscape 16:9</source>
        <translation>横屏 16:9</translation>
    </message>
    <message>
        <source>Portrait 9:16</source>
        <translation>竖屏 9:16</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>画面比例</translation>
    </message>
    <message>
        <source>No frame</source>
        <translation>无边框</translation>
    </message>
</context>
<context>
    <name>OutputWindow</name>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OverlaySection</name>
    <message>
        <source>address of the overlay</source>
        <translation>贴片地址</translation>
    </message>
    <message>
        <source>path of the page</source>
        <translation>网页文件路径</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Another port changes the addresses; they have to be entered again where they are used.</source>
        <translation>更改端口后地址随之改变，用到的地方需要重新填写。</translation>
    </message>
    <message>
        <source>Address for phones</source>
        <translation>手机访问地址</translation>
    </message>
    <message>
        <source>Keep a picture of the card up to date</source>
        <translation>随时更新卡片图片</translation>
    </message>
    <message>
        <source>Landscape 1920×1080</source>
        <translation>横屏 1920×1080</translation>
    </message>
    <message>
        <source>Portrait 1080×1920</source>
        <translation>竖屏 1080×1920</translation>
    </message>
    <message>
        <source>path of the picture</source>
        <translation>图片路径</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open output window</source>
        <translation>打开输出窗口</translation>
    </message>
    <message>
        <source>Lower third</source>
        <translation>底部卡片</translation>
    </message>
    <message>
        <source>Full card</source>
        <translation>整张卡片</translation>
    </message>
    <message>
        <source>Ticker</source>
        <translation>滚动条</translation>
    </message>
    <message>
        <source>Add this address as a browser source, as large as your stream: 1080×1920 or 1920×1080.</source>
        <translation>把此地址添加为浏览器来源，尺寸与直播画面相同：1080×1920 或 1920×1080。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>As a file</source>
        <translation>本地文件</translation>
    </message>
    <message>
        <source>The file shows the same and may be opened before this program runs.</source>
        <translation>文件显示的内容相同，可在本程序启动之前打开。</translation>
    </message>
    <message>
        <source>Overlay page</source>
        <translation>贴片网页</translation>
    </message>
    <message>
        <source>Sign-up link</source>
        <translation>报名链接</translation>
    </message>
    <message>
        <source>A PNG with a transparent background, for programs without a browser source.</source>
        <translation>透明背景的 PNG，供没有浏览器来源的直播软件使用。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>画面比例</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A window with nothing but the card, to be captured or put on a second screen.</source>
        <translation>只显示卡片的窗口，可供捕获或放到第二块屏幕。</translation>
    </message>
    <message>
        <source>Output window</source>
        <translation>输出窗口</translation>
    </message>
    <message>
        <source>Only this computer can open the QR code&apos;s page. Enter the address that phones reach.</source>
        <translation>目前只有本机能打开二维码的页面。请填写手机可以访问的地址。</translation>
    </message>
    <message>
        <source>Empty: the QR code leads to the hub, {url}.</source>
        <translation>留空则二维码指向服务端 {url}。</translation>
    </message>
    <message>
        <source>The QR code leads here; this address has to reach the hub.</source>
        <translation>二维码将指向这里；该地址必须能访问到服务端。</translation>
    </message>
    <message>
        <source>Where the picture goes</source>
        <translation>图片保存到</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>This card is held back</source>
        <translation>这张卡被拦下了</translation>
    </message>
    <message>
        <source>Why it is shown all the same; this goes into the log</source>
        <translation>仍要上墙的理由（会记入播出记录）</translation>
    </message>
    <message>
        <source>Take anyway</source>
        <translation>仍然上墙</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不上</translation>
    </message>
    <message>
        <source>The advertisement check found words that may not be shown:</source>
        <translation>广告检查发现不能播的用语：</translation>
    </message>
    <message>
        <source>HR has paused this job.</source>
        <translation>HR 已暂停这个岗位。</translation>
    </message>
    <message>
        <source>HR says that this job is filled. Viewers will be told that there is a waiting list.</source>
        <translation>HR 表示这个岗位已招满，观众会看到“候补报名中”。</translation>
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
        <source>Overlay and sign-up</source>
        <translation>贴片与报名</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控制接口</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置分类</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>ShortcutDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Other keys can be chosen in Settings, Keys.</source>
        <translation>可在“设置 → 快捷键”中更改按键。</translation>
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
        <source>Lineup and feed</source>
        <translation>岗位单与报名</translation>
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
        <source>Cue the card after the next one</source>
        <translation>下一个改为后一张</translation>
    </message>
    <message>
        <source>Cue the card before the next one</source>
        <translation>下一个改为前一张</translation>
    </message>
    <message>
        <source>Cue the card that is suggested</source>
        <translation>预备建议的卡片</translation>
    </message>
    <message>
        <source>Give the card on air one minute more</source>
        <translation>当前卡片加一分钟</translation>
    </message>
    <message>
        <source>Rehearse, or end the rehearsal</source>
        <translation>彩排 / 结束彩排</translation>
    </message>
    <message>
        <source>Go on air, or end it; asks first</source>
        <translation>开播 / 下播（先确认）</translation>
    </message>
    <message>
        <source>Make the selected card the next one</source>
        <translation>把选中的卡片设为下一个</translation>
    </message>
    <message>
        <source>Say that the selected jobs recruit</source>
        <translation>所选岗位恢复招聘</translation>
    </message>
    <message>
        <source>Pause the selected jobs</source>
        <translation>暂停所选岗位</translation>
    </message>
    <message>
        <source>Say that the selected jobs are full</source>
        <translation>所选岗位标为招满</translation>
    </message>
    <message>
        <source>Undo the last archiving or switch</source>
        <translation>撤销上一次归档或招聘状态</translation>
    </message>
    <message>
        <source>Live desk</source>
        <translation>直播台</translation>
    </message>
    <message>
        <source>Job library</source>
        <translation>岗位库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Overview of all keys</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Add jobs to the lineup</source>
        <translation>添加岗位到岗位单</translation>
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
        <source>Jobs</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Move the selected card up</source>
        <translation>上移选中的卡片</translation>
    </message>
    <message>
        <source>Move the selected card down</source>
        <translation>下移选中的卡片</translation>
    </message>
    <message>
        <source>Undo a lineup edit</source>
        <translation>撤销岗位单修改</translation>
    </message>
    <message>
        <source>Redo a lineup edit</source>
        <translation>重做岗位单修改</translation>
    </message>
    <message>
        <source>Search the live feed</source>
        <translation>搜索实时报名</translation>
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
        <source>Import a spreadsheet</source>
        <translation>导入岗位表</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>搜索岗位</translation>
    </message>
    <message>
        <source>Save, in the editor</source>
        <translation>保存（编辑时）</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
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
    <name>StudioLink</name>
    <message>
        <source>A part of the output failed and is started again: {0}</source>
        <translation>一项输出出错，正在重新启动：{0}</translation>
    </message>
    <message>
        <source>The saved password of OBS cannot be read: {0}</source>
        <translation>无法读取已保存的 OBS 密码：{0}</translation>
    </message>
    <message>
        <source>The overlay page cannot be served: {0}</source>
        <translation>贴片网页无法打开：{0}</translation>
    </message>
    <message>
        <source>Port {0} is taken by another program: the addresses have another one now.</source>
        <translation>端口 {0} 已被其他程序占用，地址已换用其他端口。</translation>
    </message>
    <message>
        <source>The overlay&apos;s picture is not up to date: {0}</source>
        <translation>贴片图片未能更新：{0}</translation>
    </message>
</context>
<context>
    <name>Suggestion</name>
    <message>
        <source>not shown yet</source>
        <translation>还没播过</translation>
    </message>
    <message>
        <source>{0} a minute, the most</source>
        <translation>每分钟 {0} 个报名，最高</translation>
    </message>
    <message>
        <source>{0} a minute, {1} seats left</source>
        <translation>每分钟 {0} 个报名，剩 {1} 个名额</translation>
    </message>
    <message>
        <source>next in order</source>
        <translation>按顺序</translation>
    </message>
</context>
<context>
    <name>SuggestionButton</name>
    <message>
        <source>Suggested: {0} · {1}</source>
        <translation>建议：第 {0} 个 · {1}</translation>
    </message>
</context>
<context>
    <name>Tally</name>
    <message>
        <source>REHEARSAL</source>
        <translation>彩排中</translation>
    </message>
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
        <source>Save the as-run log…</source>
        <translation>保存播出记录…</translation>
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
        <source>Rehearsal {0}</source>
        <translation>彩排 {0}</translation>
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
    <name>VacancySwitch</name>
    <message>
        <source>Note for the host, such as 面试到周三</source>
        <translation>给主播的备注，如 面试到周三</translation>
    </message>
    <message>
        <source>Note for the host</source>
        <translation>给主播的备注</translation>
    </message>
    <message>
        <source>Recruiting</source>
        <translation>招聘</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>招聘中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>招满</translation>
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
<context>
    <name>_Item</name>
    <message>
        <source>Use this wording</source>
        <translation>用这个说法</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>去填写</translation>
    </message>
</context>
<context>
    <name>_KeyField</name>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>_NameBox</name>
    <message>
        <source>Leave OBS as it is</source>
        <translation>不改动 OBS</translation>
    </message>
</context>
</TS>
