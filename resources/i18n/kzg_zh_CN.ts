<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Employer HR</source>
        <translation>企业 HR</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>主办方</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Runs broadcasts, lineup and jobs; sees applicants with masked names and phones.</source>
        <translation>负责直播、岗位单和岗位；看到的应聘者姓名和电话已打码。</translation>
    </message>
    <message>
        <source>Sees and handles the applicants of its employers, with names and phones.</source>
        <translation>查看并处理所属企业的应聘者，可见姓名和电话。</translation>
    </message>
    <message>
        <source>Sees totals only, no personal data, and changes nothing.</source>
        <translation>只看汇总数据，不含个人信息，不能修改。</translation>
    </message>
    <message>
        <source>Sees and does everything: accounts, devices, audit log and erasure included.</source>
        <translation>可看可做一切：包括账号、设备、审计日志和彻底删除。</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>锁定至 {time}</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>All organisations</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>AccountDetail</name>
    <message>
        <source>Role and organisations…</source>
        <translation>角色与单位…</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>邀请码</translation>
    </message>
    <message>
        <source>Password forgotten…</source>
        <translation>忘记密码…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近在线</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>创建于</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name}（本人）</translation>
    </message>
    <message>
        <source>None chosen yet</source>
        <translation>尚未设置</translation>
    </message>
    <message>
        <source>None yet: the invitation has not been used.</source>
        <translation>还没有：邀请码尚未使用。</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>New account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Name, as colleagues see it</source>
        <translation>姓名（同事看到的）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>创建账号</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What changes for {name} as soon as you save:</source>
        <translation>保存后，{name} 的变化：</translation>
    </message>
    <message>
        <source>No rights change so far.</source>
        <translation>权限暂无变化。</translation>
    </message>
    <message>
        <source>Enter a name</source>
        <translation>请填写姓名</translation>
    </message>
    <message>
        <source>Choose at least one organisation, or all</source>
        <translation>请至少选择一个单位，或选择全部</translation>
    </message>
</context>
<context>
    <name>AccountList</name>
    <message>
        <source>Asking the hub for its accounts…</source>
        <translation>正在向服务端读取账号…</translation>
    </message>
    <message>
        <source>Accounts are kept at the hub</source>
        <translation>账号保存在服务端</translation>
    </message>
    <message>
        <source>They are shown as soon as it answers.</source>
        <translation>服务端恢复后会显示在这里。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No account matches</source>
        <translation>没有符合的账号</translation>
    </message>
    <message>
        <source>Try a name, a role or an organisation.</source>
        <translation>试试姓名、角色或单位。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>Save the password</source>
        <translation>保存密码</translation>
    </message>
    <message>
        <source>Sign out on this computer…</source>
        <translation>在本机退出登录…</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>我的账号</translation>
    </message>
    <message>
        <source>My devices</source>
        <translation>我的设备</translation>
    </message>
    <message>
        <source>With them you can sign in on another computer. Saving signs out your other devices.</source>
        <translation>用它们可以在另一台电脑上登录。保存后，您的其他设备会退出登录。</translation>
    </message>
    <message>
        <source>Sign-in name and password</source>
        <translation>登录名和密码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kept at the hub; they are shown as soon as it answers.</source>
        <translation>保存在服务端，恢复连接后显示。</translation>
    </message>
    <message>
        <source>Signed out: {name}</source>
        <translation>已退出登录：{name}</translation>
    </message>
    <message>
        <source>Saved. Your other devices are signed out; sign in there with the new password.</source>
        <translation>已保存。您的其他设备已退出登录，请在那里用新密码登录。</translation>
    </message>
    <message>
        <source>Password saved</source>
        <translation>密码已保存</translation>
    </message>
    <message>
        <source>Sign out on this computer? You need your password or an invitation code to come back.</source>
        <translation>在本机退出登录？再次登录需要密码或邀请码。</translation>
    </message>
    <message>
        <source>{count} actions have not been sent yet; they wait here until you sign in again.</source>
        <translation>还有 {count} 项操作未发送，会保留在本机，等您再次登录。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>AccountTable</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近在线</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>AccountView</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
</context>
<context>
    <name>AccountsPane</name>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Clear the password of {name}?

It cannot be used any more. You get an invitation code to pass on; whoever signs in with it chooses a new password. Devices that are signed in stay so.</source>
        <translation>清除 {name} 的密码？

原密码将不能再用。您会得到一个邀请码，请转交本人；用它登录后可设置新密码。已登录的设备不受影响。</translation>
    </message>
    <message>
        <source>Clear the password</source>
        <translation>清除密码</translation>
    </message>
    <message>
        <source>Disable the account of {name}?

All its devices are signed out at once. What was done there and has not been sent yet stays on those computers. The account can be enabled again.</source>
        <translation>停用 {name} 的账号？

其所有设备会立即退出登录。在那里做过但还没发送的操作会留在那些电脑上。账号可以重新启用。</translation>
    </message>
    <message>
        <source>This is your own account: you would be signed out, too.</source>
        <translation>这是您自己的账号：您也会退出登录。</translation>
    </message>
    <message>
        <source>Disable the account</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>Disabled: {name}</source>
        <translation>已停用：{name}</translation>
    </message>
    <message>
        <source>Enabled: {name}</source>
        <translation>已启用：{name}</translation>
    </message>
    <message>
        <source>Unlocked: {name}</source>
        <translation>已解锁：{name}</translation>
    </message>
    <message>
        <source>Signed out: {name}</source>
        <translation>已退出登录：{name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
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
        <source>Claim an applicant</source>
        <translation>认领应聘者</translation>
    </message>
    <message>
        <source>Let go of an applicant</source>
        <translation>释放应聘者</translation>
    </message>
    <message>
        <source>Hand an applicant over</source>
        <translation>转交应聘者</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>记录通话结果</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Show or copy a phone number</source>
        <translation>查看或复制手机号</translation>
    </message>
    <message>
        <source>Book an interview</source>
        <translation>预约面试</translation>
    </message>
    <message>
        <source>Remind of an interview</source>
        <translation>面试提醒</translation>
    </message>
    <message>
        <source>Undo a step</source>
        <translation>撤销一步</translation>
    </message>
    <message>
        <source>Edit interview slots</source>
        <translation>编辑面试时段</translation>
    </message>
    <message>
        <source>Edit message templates</source>
        <translation>编辑话术模板</translation>
    </message>
    <message>
        <source>Edit desk rules</source>
        <translation>编辑工作规则</translation>
    </message>
    <message>
        <source>Say who is who</source>
        <translation>合并或关联人员</translation>
    </message>
    <message>
        <source>Export applicants</source>
        <translation>导出应聘者</translation>
    </message>
    <message>
        <source>Enter viewers and costs</source>
        <translation>填写观看与成本</translation>
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
    <name>Aftermath</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
    <name>AnswerDialog</name>
    <message>
        <source>First day at work</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>The first day at work is agreed</source>
        <translation>已约定入职日期</translation>
    </message>
</context>
<context>
    <name>ApplicantDrawer</name>
    <message>
        <source>That slot is full now</source>
        <translation>这个面试时段刚满了</translation>
    </message>
    <message>
        <source>This applicant is not here any more</source>
        <translation>这位应聘者已不在这里</translation>
    </message>
    <message>
        <source>Erased, moved to another employer, or no longer in your rights.</source>
        <translation>已删除、已转到其他企业，或不再在您的权限内。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Choose an applicant</source>
        <translation>请选择一位应聘者</translation>
    </message>
    <message>
        <source>Person, history and the next step appear here. J and K move, C calls.</source>
        <translation>这里显示个人情况、记录和下一步。J、K 上下移动，C 拨打。</translation>
    </message>
    <message>
        <source>This applicant could not be read</source>
        <translation>读不出这位应聘者</translation>
    </message>
    <message>
        <source>Choose the applicant again.</source>
        <translation>请重新选择。</translation>
    </message>
</context>
<context>
    <name>ApplicantExport</name>
    <message>
        <source>Export applicants</source>
        <translation>导出应聘者</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>CSV 文本 (*.csv)</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已打码</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>拨打结果</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ApplicantFilter</name>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Card on air</source>
        <translation>上墙岗位卡</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>企业</translation>
    </message>
</context>
<context>
    <name>ApplicantReason</name>
    <message>
        <source>Somebody else&apos;s number</source>
        <translation>号码是别人的</translation>
    </message>
    <message>
        <source>Did not apply</source>
        <translation>没有报过名</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Too far</source>
        <translation>太远</translation>
    </message>
    <message>
        <source>Pay too low</source>
        <translation>薪资低</translation>
    </message>
    <message>
        <source>Has found work</source>
        <translation>已找到工作</translation>
    </message>
    <message>
        <source>Shifts do not suit</source>
        <translation>班次不合适</translation>
    </message>
    <message>
        <source>Family reasons</source>
        <translation>家里有事</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>联系不上</translation>
    </message>
    <message>
        <source>Medical check</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Documents missing</source>
        <translation>证件不全</translation>
    </message>
    <message>
        <source>Pressed the wrong button</source>
        <translation>点错了</translation>
    </message>
    <message>
        <source>Misunderstood</source>
        <translation>理解有误</translation>
    </message>
    <message>
        <source>The applicant changed their mind</source>
        <translation>本人改主意了</translation>
    </message>
    <message>
        <source>The applicant called me</source>
        <translation>应聘者打给我了</translation>
    </message>
    <message>
        <source>Agreed with the colleague</source>
        <translation>已和同事说好</translation>
    </message>
</context>
<context>
    <name>ApplicantState</name>
    <message>
        <source>To call</source>
        <translation>待联系</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>联系中</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已联系</translation>
    </message>
    <message>
        <source>Considering</source>
        <translation>考虑中</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>无意向</translation>
    </message>
    <message>
        <source>Interview booked</source>
        <translation>已约面</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Interviewed</source>
        <translation>已到面</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>已入职</translation>
    </message>
    <message>
        <source>Declined the job</source>
        <translation>放弃入职</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离职</translation>
    </message>
    <message>
        <source>Invalid number</source>
        <translation>无效号码</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>ApplicantStep</name>
    <message>
        <source>Wrong person</source>
        <translation>号码不是本人</translation>
    </message>
    <message>
        <source>Did not call</source>
        <translation>没有拨打</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>拨打</translation>
    </message>
    <message>
        <source>Book an interview</source>
        <translation>约面试</translation>
    </message>
    <message>
        <source>Interested after all</source>
        <translation>又有意向了</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>已提醒</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到面</translation>
    </message>
    <message>
        <source>Move the interview</source>
        <translation>改约时间</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>重新约面</translation>
    </message>
    <message>
        <source>At work after {days} days</source>
        <translation>在职满 {days} 天</translation>
    </message>
</context>
<context>
    <name>ApplicantView</name>
    <message>
        <source>Applicants</source>
        <translation>应聘者</translation>
    </message>
    <message>
        <source>↑ {count} above</source>
        <translation>↑ 上方 {count} 人</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>待联系</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Considering</source>
        <translation>考虑中</translation>
    </message>
    <message>
        <source>Interviews today</source>
        <translation>今日面试</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>待面试</translation>
    </message>
    <message>
        <source>Starting soon</source>
        <translation>待入职</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Invalid numbers</source>
        <translation>无效号码</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Everybody has been called</source>
        <translation>都已联系</translation>
    </message>
    <message>
        <source>New applicants appear here within a second after they sign up.</source>
        <translation>新的报名会在一秒内出现在这里。</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>没有到期的事项</translation>
    </message>
    <message>
        <source>Go on with “To call”, or with what is yours.</source>
        <translation>可以继续处理“待联系”，或看看“我的”。</translation>
    </message>
    <message>
        <source>You are working on nobody</source>
        <translation>您还没有跟进任何人</translation>
    </message>
    <message>
        <source>Take somebody from “To call” with the key {key}.</source>
        <translation>在“待联系”里按 {key} 键认领一位。</translation>
    </message>
    <message>
        <source>Nobody is unreachable</source>
        <translation>没有失联的人</translation>
    </message>
    <message>
        <source>Whoever does not answer several calls in a row comes here.</source>
        <translation>连续多次未接通的人会归到这里。</translation>
    </message>
    <message>
        <source>Nobody is considering</source>
        <translation>没有人在考虑</translation>
    </message>
    <message>
        <source>Whoever was reached and has not decided yet comes here.</source>
        <translation>已联系上、还没决定的人会归到这里。</translation>
    </message>
    <message>
        <source>No interviews today</source>
        <translation>今天没有面试</translation>
    </message>
    <message>
        <source>Book one for somebody you reached with the key {key}.</source>
        <translation>对已联系上的人按 {key} 键预约面试。</translation>
    </message>
    <message>
        <source>No interviews are booked</source>
        <translation>还没有预约面试</translation>
    </message>
    <message>
        <source>Nobody is about to start</source>
        <translation>没有待入职的人</translation>
    </message>
    <message>
        <source>Whoever passes the interview comes here until the first day at work.</source>
        <translation>面试通过的人在入职前会归到这里。</translation>
    </message>
    <message>
        <source>Nobody has started yet</source>
        <translation>还没有人入职</translation>
    </message>
    <message>
        <source>Whoever starts work comes here, and is asked after 7, 15 and 30 days.</source>
        <translation>入职的人会归到这里，第 7、15、30 天各回访一次。</translation>
    </message>
    <message>
        <source>No invalid numbers</source>
        <translation>没有无效号码</translation>
    </message>
    <message>
        <source>Empty and wrong numbers are kept here, apart from the others, with the reason.</source>
        <translation>空号、错号单独放在这里，并注明原因。</translation>
    </message>
    <message>
        <source>Nothing is closed</source>
        <translation>还没有结束的报名</translation>
    </message>
    <message>
        <source>Applications that came to their end are kept here.</source>
        <translation>流程走完的报名会归到这里。</translation>
    </message>
    <message>
        <source>No applicants yet</source>
        <translation>还没有应聘者</translation>
    </message>
    <message>
        <source>They appear here within a second after they sign up, or after an import.</source>
        <translation>报名后一秒内出现在这里，也可以导入表格。</translation>
    </message>
</context>
<context>
    <name>Applicants</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄段</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>报名时间</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>面试时间</translation>
    </message>
    <message>
        <source>This person applied before</source>
        <translation>此人以前报过名</translation>
    </message>
    <message>
        <source>{duty}: due {when}</source>
        <translation>{duty}：应于 {when} 前完成</translation>
    </message>
    <message>
        <source>New applicants are called within {minutes} minutes.</source>
        <translation>新报名须在 {minutes} 分钟内联系。</translation>
    </message>
    <message>
        <source>Unanswered calls are tried again after {minutes} minutes.</source>
        <translation>未接通的 {minutes} 分钟后再拨。</translation>
    </message>
    <message>
        <source>This time was agreed with the applicant.</source>
        <translation>这个时间是和应聘者约好的。</translation>
    </message>
    <message>
        <source>Whoever starts work is asked after 7, 15 and 30 days.</source>
        <translation>入职后第 7、15、30 天各回访一次。</translation>
    </message>
    <message>
        <source>Overdue, so it stands above what is not.</source>
        <translation>已超时，所以排到了前面。</translation>
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
    <name>AssignDialog</name>
    <message>
        <source>Move {name} to {job}</source>
        <translation>把 {name} 转到 {job}</translation>
    </message>
    <message>
        <source>State and history stay.</source>
        <translation>状态和记录保留。</translation>
    </message>
    <message>
        <source>Another employer gets the name and the phone, and starts afresh: your notes stay with you. You may no longer see this applicant then.</source>
        <translation>另一家企业会得到姓名和电话，并从头开始跟进：您的备注不会给对方。之后您可能看不到这位应聘者。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>转岗</translation>
    </message>
    <message>
        <source>The applicant has agreed to this</source>
        <translation>本人已同意</translation>
    </message>
    <message>
        <source>{name} has agreed that {employer} gets their data</source>
        <translation>{name} 已同意把个人信息提供给 {employer}</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>Blue-collar workers</source>
        <translation>蓝领</translation>
    </message>
    <message>
        <source>Students and graduates</source>
        <translation>大学生</translation>
    </message>
    <message>
        <source>Migrant workers</source>
        <translation>农民工</translation>
    </message>
    <message>
        <source>Veterans</source>
        <translation>退役军人</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Account locked</source>
        <translation>账号锁定</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Invitation made</source>
        <translation>生成邀请码</translation>
    </message>
    <message>
        <source>Invitation used</source>
        <translation>使用邀请码</translation>
    </message>
    <message>
        <source>Account created</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Account renamed</source>
        <translation>账号改名</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>Organisations changed</source>
        <translation>更改单位</translation>
    </message>
    <message>
        <source>Account disabled</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>Account enabled</source>
        <translation>启用账号</translation>
    </message>
    <message>
        <source>Account unlocked</source>
        <translation>解锁账号</translation>
    </message>
    <message>
        <source>Device signed out</source>
        <translation>设备被退出</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Password cleared</source>
        <translation>清除密码</translation>
    </message>
    <message>
        <source>Stolen sign-in suspected</source>
        <translation>疑似登录被盗</translation>
    </message>
    <message>
        <source>Applicant corrected</source>
        <translation>更正应聘者信息</translation>
    </message>
    <message>
        <source>Record of a person given out</source>
        <translation>导出个人信息副本</translation>
    </message>
    <message>
        <source>Applicant erased</source>
        <translation>彻底删除应聘者</translation>
    </message>
    <message>
        <source>Erased after its time</source>
        <translation>到期自动删除</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The hub</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>for {minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>with an invitation code</source>
        <translation>用邀请码</translation>
    </message>
    <message>
        <source>with a password</source>
        <translation>用密码</translation>
    </message>
    <message>
        <source>on the hub&apos;s own computer</source>
        <translation>在服务端本机</translation>
    </message>
    <message>
        <source>the account is disabled</source>
        <translation>账号已停用</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>city</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>available from</source>
        <translation>到岗时间</translation>
    </message>
</context>
<context>
    <name>AuditExport</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Who (id)</source>
        <translation>操作人（ID）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What (kind)</source>
        <translation>事件（代码）</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>About (id)</source>
        <translation>对象（ID）</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Save the audit log</source>
        <translation>保存审计日志</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>CSV 文本 (*.csv)</translation>
    </message>
</context>
<context>
    <name>AuditPane</name>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Export what is listed…</source>
        <translation>导出所列…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部事件</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Older…</source>
        <translation>更早的…</translation>
    </message>
    <message>
        <source>{found} of {count} lines read, back to {time}</source>
        <translation>已读 {count} 条，显示 {found} 条，最早 {time}</translation>
    </message>
    <message>
        <source>{found} of {count} lines, the whole log</source>
        <translation>共 {count} 条，显示 {found} 条</translation>
    </message>
    <message>
        <source>Asking the hub for its log…</source>
        <translation>正在向服务端读取日志…</translation>
    </message>
    <message>
        <source>The log is kept at the hub</source>
        <translation>日志保存在服务端</translation>
    </message>
    <message>
        <source>It is shown as soon as it answers.</source>
        <translation>服务端恢复后会显示在这里。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing of that in the lines read so far</source>
        <translation>已读的日志里没有</translation>
    </message>
    <message>
        <source>There are older ones.</source>
        <translation>还有更早的日志。</translation>
    </message>
    <message>
        <source>Search older lines</source>
        <translation>继续往前找</translation>
    </message>
    <message>
        <source>Nothing of that in the log</source>
        <translation>日志里没有</translation>
    </message>
    <message>
        <source>Try another person or another kind.</source>
        <translation>换个人员或事件试试。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>Sign-ins, invitations, changed rights and erasures are listed here.</source>
        <translation>登录、邀请、权限变更和删除都会记录在这里。</translation>
    </message>
</context>
<context>
    <name>AuditTable</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>AwayLine</name>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>These pages need the hub, which has been away since {time}. What you typed is kept.</source>
        <translation>本页需要服务端，自 {time} 起连不上。已填写的内容会保留。</translation>
    </message>
    <message>
        <source>The hub has signed this computer out; these pages need it.</source>
        <translation>服务端已让本机退出登录，本页需要服务端。</translation>
    </message>
    <message>
        <source>This program and the hub have different versions; these pages need it.</source>
        <translation>本程序与服务端版本不同，本页需要服务端。</translation>
    </message>
    <message>
        <source>These pages need the hub; connecting to it…</source>
        <translation>本页需要服务端，正在连接…</translation>
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
    <name>BookingDialog</name>
    <message>
        <source>Move the interview</source>
        <translation>改约面试</translation>
    </message>
    <message>
        <source>Book an interview</source>
        <translation>预约面试</translation>
    </message>
    <message>
        <source>At another time, without a slot  ( T )</source>
        <translation>其他时间，不占时段  ( T )</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>同行</translation>
    </message>
    <message>
        <source>No slot is open for this job</source>
        <translation>这个岗位没有开放的面试时段</translation>
    </message>
    <message>
        <source>Make slots on the interviews page, or type day and time below.</source>
        <translation>可在“面试”页新建时段，或在下方直接填写日期和时间。</translation>
    </message>
    <message>
        <source>Type day and time</source>
        <translation>填写日期和时间</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>with another employer</source>
        <translation>属于另一家企业</translation>
    </message>
    <message>
        <source>cannot be booked: {state}</source>
        <translation>不能预约：{state}</translation>
    </message>
    <message>
        <source>Book {count} people</source>
        <translation>预约 {count} 人</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Choose a slot.</source>
        <translation>请选择时段。</translation>
    </message>
    <message>
        <source>{left} of {capacity} places left then</source>
        <translation>约后剩 {left} / {capacity}</translation>
    </message>
    <message>
        <source>only for one job: {job} does not fit</source>
        <translation>限定岗位，{job} 不能约</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>full: {booked} of {capacity} places are booked</source>
        <translation>已满：已约 {booked}/{capacity}</translation>
    </message>
    <message>
        <source>{free} free, {needed} needed</source>
        <translation>只剩 {free} 个，需要 {needed} 个</translation>
    </message>
</context>
<context>
    <name>Bookings</name>
    <message>
        <source>Somebody else took the last place in that slot. Please choose again.</source>
        <translation>该时段最后的名额刚被别人约走，请重新选择。</translation>
    </message>
</context>
<context>
    <name>Breakdown</name>
    <message>
        <source>Broken down by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>The audience that a broadcast was announced for; what a person is, nobody is asked.</source>
        <translation>目标人群指该场直播面向的人群；报名时不询问个人身份。</translation>
    </message>
    <message>
        <source>Openings are where the jobs are; sign-ups are where people said they live.</source>
        <translation>招聘人数按岗位所在地，报名按报名人所填城市。</translation>
    </message>
    <message>
        <source>Enter or a double click opens a broadcast.</source>
        <translation>按 Enter 或双击打开该场直播。</translation>
    </message>
    <message>
        <source>{n} jobs do not state how many they want; they count for no opening.</source>
        <translation>{n} 个岗位未填招聘人数，不计入招聘人数。</translation>
    </message>
    <message>
        <source>Employers</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Age bands</source>
        <translation>年龄段</translation>
    </message>
    <message>
        <source>Broadcasts</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>目标人群</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
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
        <source>Audience</source>
        <translation>目标人群</translation>
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
    <name>BroadcastList</name>
    <message>
        <source>Search broadcasts  ( / )</source>
        <translation>搜索场次  ( / )</translation>
    </message>
    <message>
        <source>Compare {count} broadcasts</source>
        <translation>对比 {count} 场</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>最近在前</translation>
    </message>
    <message>
        <source>Most sign-ups</source>
        <translation>报名最多</translation>
    </message>
    <message>
        <source>Most reached</source>
        <translation>接通最多</translation>
    </message>
    <message>
        <source>Most hired</source>
        <translation>入职最多</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>Order of the broadcasts</source>
        <translation>场次排序</translation>
    </message>
    <message>
        <source>Broadcasts</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation>还没有可复盘的直播</translation>
    </message>
    <message>
        <source>Every broadcast stands here as soon as it is planned; after it, what it brought.</source>
        <translation>直播一经安排就会列在这里；播完后可以看到带来了多少报名。</translation>
    </message>
    <message>
        <source>No broadcast matches</source>
        <translation>没有符合的场次</translation>
    </message>
    <message>
        <source>Try fewer words, a host or a date.</source>
        <translation>换更少的词，或输入主播、日期。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>Broadcasts</name>
    <message>
        <source>{title}, {day}, {host}, {count} sign-ups</source>
        <translation>{title}，{day}，{host}，{count} 个报名</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Change the status of {count} applicants</source>
        <translation>更改 {count} 人的状态</translation>
    </message>
    <message>
        <source>Claim {count} applicants</source>
        <translation>认领 {count} 人</translation>
    </message>
    <message>
        <source>Hand {count} applicants over</source>
        <translation>转交 {count} 人</translation>
    </message>
    <message>
        <source>Add a note to {count} applicants</source>
        <translation>给 {count} 人加备注</translation>
    </message>
    <message>
        <source>Book an interview for {count} applicants</source>
        <translation>为 {count} 位应聘者约面试</translation>
    </message>
    <message>
        <source>Record that {count} applicants have withdrawn</source>
        <translation>登记 {count} 位应聘者已撤回</translation>
    </message>
    <message>
        <source>Take back the last step of {count} applicants</source>
        <translation>撤销 {count} 人的上一步</translation>
    </message>
    <message>
        <source>Change {count}</source>
        <translation>更改 {count} 人</translation>
    </message>
    <message>
        <source>Claim {count}</source>
        <translation>认领 {count} 人</translation>
    </message>
    <message>
        <source>Hand over {count}</source>
        <translation>转交 {count} 人</translation>
    </message>
    <message>
        <source>Add to {count}</source>
        <translation>给 {count} 人添加</translation>
    </message>
    <message>
        <source>Book {count}</source>
        <translation>约面 {count} 位</translation>
    </message>
    <message>
        <source>Record {count}</source>
        <translation>登记 {count} 位</translation>
    </message>
    <message>
        <source>Take back {count}</source>
        <translation>撤销 {count} 人</translation>
    </message>
    <message>
        <source>{count} of {total} go from “{before}” to “{after}”</source>
        <translation>{total} 人中有 {count} 人由“{before}”变为“{after}”</translation>
    </message>
    <message>
        <source>Nobody may call them any more. This cannot be taken back.</source>
        <translation>之后任何人都不得再联系他们，且无法撤销。</translation>
    </message>
    <message>
        <source>{count} of {total} become yours</source>
        <translation>{total} 人中有 {count} 人归您跟进</translation>
    </message>
    <message>
        <source>{count} of {total} go to {name}</source>
        <translation>{total} 人中有 {count} 人转交给{name}</translation>
    </message>
    <message>
        <source>{count} of {total} get the note</source>
        <translation>{total} 人中有 {count} 人添加备注</translation>
    </message>
    <message>
        <source>{count} of {total} are booked for {name}</source>
        <translation>{total} 位中有 {count} 位约在 {name} 面试</translation>
    </message>
    <message>
        <source>{count} of {total} go back one step</source>
        <translation>{total} 人中有 {count} 人退回上一步</translation>
    </message>
    <message>
        <source>{left} of {capacity} places are free then</source>
        <translation>之后还剩 {left} 个名额，共 {capacity} 个</translation>
    </message>
    <message>
        <source>{count} of them give up another appointment</source>
        <translation>其中 {count} 位将从原来的面试时间改过来</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names}等，另有 {more} 人</translation>
    </message>
    <message>
        <source>{count} cannot: {why} ({names})</source>
        <translation>{count} 人不能更改：{why}（{names}）</translation>
    </message>
    <message>
        <source>{count} are now “{status}”</source>
        <translation>{count} 人已变为“{status}”</translation>
    </message>
    <message>
        <source>{count} claimed</source>
        <translation>已认领 {count} 人</translation>
    </message>
    <message>
        <source>{count} handed over</source>
        <translation>已转交 {count} 人</translation>
    </message>
    <message>
        <source>Note added to {count}</source>
        <translation>已给 {count} 人加备注</translation>
    </message>
    <message>
        <source>{count} booked for an interview</source>
        <translation>已为 {count} 位约好面试</translation>
    </message>
    <message>
        <source>{count} taken back</source>
        <translation>已撤销 {count} 人</translation>
    </message>
    <message>
        <source>{count} changed meanwhile and stay</source>
        <translation>{count} 人期间有变动，未处理</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Status…</source>
        <translation>改状态…</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Book…</source>
        <translation>约面…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Invalid…</source>
        <translation>标为无效…</translation>
    </message>
    <message>
        <source>Withdrawn…</source>
        <translation>已撤回…</translation>
    </message>
    <message>
        <source>Select one</source>
        <translation>取消多选</translation>
    </message>
    <message>
        <source>End the selection of several</source>
        <translation>结束多选</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 人</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>… and {count} more reasons</source>
        <translation>……另有 {count} 种原因</translation>
    </message>
    <message>
        <source>Nothing can be changed</source>
        <translation>没有可以更改的</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>BulkFields</name>
    <message>
        <source>New status</source>
        <translation>新状态</translation>
    </message>
    <message>
        <source>The note is added to each; notes cannot be changed later</source>
        <translation>备注会加到每个人名下，之后不能修改</translation>
    </message>
    <message>
        <source>First day at work</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Why they left</source>
        <translation>离职原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>To</source>
        <translation>转交给</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>面试时段</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>余 {free} 位</translation>
    </message>
    <message>
        <source>There is no step that these applicants could take together</source>
        <translation>这些人没有可以一起进行的下一步</translation>
    </message>
    <message>
        <source>There is no colleague to hand over to</source>
        <translation>没有可以转交的同事</translation>
    </message>
    <message>
        <source>No interview slot to come has a place left for them; make one on the interviews page</source>
        <translation>没有适合他们且有空位的面试时段，请先在面试页新建</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>请填写备注</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>请填写原因</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>原因（可不填）</translation>
    </message>
</context>
<context>
    <name>BulkPlan</name>
    <message>
        <source>{name} is working on it</source>
        <translation>{name}正在跟进</translation>
    </message>
    <message>
        <source>“{before}” cannot become “{after}”</source>
        <translation>“{before}”不能变为“{after}”</translation>
    </message>
    <message>
        <source>there is no step to take back</source>
        <translation>没有可以撤销的步骤</translation>
    </message>
    <message>
        <source>not possible in the state “{state}”</source>
        <translation>“{state}”时不能这样做</translation>
    </message>
    <message>
        <source>already with {name}</source>
        <translation>已经由{name}跟进</translation>
    </message>
    <message>
        <source>{name} does not work for this employer</source>
        <translation>{name} 不负责这家企业</translation>
    </message>
    <message>
        <source>the slot is another employer&apos;s</source>
        <translation>该时段属于另一家企业</translation>
    </message>
    <message>
        <source>the slot is for another job</source>
        <translation>该时段只面试另一个岗位</translation>
    </message>
    <message>
        <source>booked there already</source>
        <translation>已约在该时段</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Asking the hub</source>
        <translation>正在询问服务端</translation>
    </message>
</context>
<context>
    <name>CallOutcome</name>
    <message>
        <source>Answered</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未接</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>拒接</translation>
    </message>
    <message>
        <source>Empty number</source>
        <translation>空号</translation>
    </message>
</context>
<context>
    <name>CampaignsMode</name>
    <message>
        <source>Search campaigns  ( / )</source>
        <translation>搜索专场  ( / )</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>专场</translation>
    </message>
    <message>
        <source>No campaign matches</source>
        <translation>没有符合的专场</translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation>试试更少的字。</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>还没有专场</translation>
    </message>
    <message>
        <source>The campaign of a broadcast is set where the broadcast is planned; its totals stand here.</source>
        <translation>排期时填写直播所属的专场，汇总会显示在这里。</translation>
    </message>
    <message>
        <source>Campaign totals</source>
        <translation>专场汇总</translation>
    </message>
</context>
<context>
    <name>CardTable</name>
    <message>
        <source>No card on air</source>
        <translation>无岗位上墙时</translation>
    </message>
    <message>
        <source>Unknown job</source>
        <translation>未知岗位</translation>
    </message>
    <message>
        <source>{figures} sign-ups a minute on air</source>
        <translation>上墙每分钟 {figures} 个报名</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>岗位卡</translation>
    </message>
    <message>
        <source>A minute</source>
        <translation>每分钟报名</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Named it</source>
        <translation>表单所选</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>上墙时长</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划时长</translation>
    </message>
    <message>
        <source>Airings</source>
        <translation>上墙次数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Per sign-up</source>
        <translation>每个报名成本</translation>
    </message>
    <message>
        <source>Why they left</source>
        <translation>离职原因</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Sign-ups a minute on air; the line shows where the true figure lies</source>
        <translation>上墙每分钟的报名数；横线表示真实值所在的范围</translation>
    </message>
    <message>
        <source>Attributed to this card by what was on air</source>
        <translation>按当时在墙上的岗位归因</translation>
    </message>
    <message>
        <source>Named this job on the form, whatever was on air</source>
        <translation>表单上选了这个岗位的人数，不论当时播的是哪个</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Cards</source>
        <translation>岗位卡</translation>
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
    <message>
        <source>Ocean Engine</source>
        <translation>巨量引擎</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
</context>
<context>
    <name>ChartPictures</name>
    <message>
        <source>Save the chart as a picture</source>
        <translation>将图表存为图片</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>图片已复制</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>Save the check-in list</source>
        <translation>保存签到表</translation>
    </message>
    <message>
        <source>Check-in {when}.pdf</source>
        <translation>签到表 {when}.pdf</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已发送到打印机</translation>
    </message>
    <message>
        <source>Check-in list, {how}</source>
        <translation>签到表，{how}</translation>
    </message>
</context>
<context>
    <name>CheckInDialog</name>
    <message>
        <source>Check-in list</source>
        <translation>签到表</translation>
    </message>
    <message>
        <source>{span}, {count} booked</source>
        <translation>{span}，已约 {count} 人</translation>
    </message>
    <message>
        <source>The whole day: {slots} slots, {count} booked</source>
        <translation>当天全部：{slots} 个时段，已约 {count} 人</translation>
    </message>
    <message>
        <source>A4 with number, name, the phone&apos;s last four digits, job and room to sign. It is logged who made it; the file is kept in mind, so that an erasure finds it.</source>
        <translation>A4 纸，含序号、姓名、手机后四位、岗位和签名栏。导出会留下记录；文件位置会被记住，删除个人信息时能找到它。</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ClashBar</name>
    <message>
        <source>Why you take over; the other one reads it</source>
        <translation>接手的原因，对方看得到</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>算了</translation>
    </message>
    <message>
        <source>Not recorded: {what}</source>
        <translation>没有记录：{what}</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>什么都没有记录。</translation>
    </message>
    <message>
        <source>That interview slot has just become full</source>
        <translation>这个面试时段刚满了</translation>
    </message>
    <message>
        <source>{name} is working on this applicant ({state})</source>
        <translation>{name} 正在处理这位应聘者（{state}）</translation>
    </message>
    <message>
        <source>Somebody was faster: now “{state}”, by {name}</source>
        <translation>别人先处理了：现在是“{state}”，由 {name} 跟进</translation>
    </message>
    <message>
        <source>Somebody was faster: now “{state}”</source>
        <translation>别人先处理了：现在是“{state}”</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>仍然记录</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>另选时间</translation>
    </message>
</context>
<context>
    <name>Clashes</name>
    <message>
        <source>{name}: “{what}” was not recorded, somebody was faster</source>
        <translation>{name}：“{what}”没有记录，别人先处理了</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>Colleague</name>
    <message>
        <source>by itself</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Arrange the columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Select cards in the table to compare those; ✓ is better than all others for sure</source>
        <translation>在岗位表中选中要对比的岗位；✓ 表示确定好于其他所有</translation>
    </message>
    <message>
        <source>It takes two cards on air to compare.</source>
        <translation>至少要有两个上过墙的岗位才能对比。</translation>
    </message>
    <message>
        <source>All broadcasts of each host; ✓ is better than all others for sure</source>
        <translation>每位主播的全部场次；✓ 表示确定好于其他所有</translation>
    </message>
    <message>
        <source>It takes broadcasts of two hosts to compare.</source>
        <translation>至少要有两位主播的场次才能对比。</translation>
    </message>
    <message>
        <source>Select two to six broadcasts in the list; ✓ is better than all others for sure</source>
        <translation>在列表中选中 2–6 场；✓ 表示确定好于其他所有</translation>
    </message>
    <message>
        <source>The first {most} of {count} selected</source>
        <translation>所选 {count} 场中的前 {most} 场</translation>
    </message>
    <message>
        <source>Select two to six broadcasts in the list at the left, with Ctrl or Shift.</source>
        <translation>按住 Ctrl 或 Shift，在左侧列表中选中 2–6 场。</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可对比的内容</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Broadcasts</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主播</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Sign-ups</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>First call, median</source>
        <translation>首次外呼（中位）</translation>
    </message>
    <message>
        <source>Sign-ups a minute on air</source>
        <translation>上墙每分钟报名</translation>
    </message>
    <message>
        <source>Better than every other one for sure</source>
        <translation>确定好于其他所有</translation>
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
    <name>Contact</name>
    <message>
        <source>Call</source>
        <translation>拨打</translation>
    </message>
    <message>
        <source>Phone shown</source>
        <translation>查看了电话</translation>
    </message>
    <message>
        <source>Phone copied</source>
        <translation>已复制电话</translation>
    </message>
    <message>
        <source>Message copied</source>
        <translation>已复制短信</translation>
    </message>
    <message>
        <source>When to call {name} again?</source>
        <translation>什么时候再联系 {name}？</translation>
    </message>
    <message>
        <source>What does {name} look for?</source>
        <translation>{name} 想找什么样的工作？</translation>
    </message>
    <message>
        <source>On air: names and phones stay hidden</source>
        <translation>直播中：姓名和电话保持隐藏</translation>
    </message>
    <message>
        <source>The applicant has withdrawn: nobody may call any more</source>
        <translation>本人已撤回同意，不能再联系</translation>
    </message>
    <message>
        <source>No program on this computer dials; call by hand</source>
        <translation>本机没有拨号程序，请手动拨打</translation>
    </message>
    <message>
        <source>Time to call again</source>
        <translation>再联系时间</translation>
    </message>
    <message>
        <source>Wishes noted</source>
        <translation>已记下求职意向</translation>
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
    <name>CorrectForm</name>
    <message>
        <source>Leave empty to keep it</source>
        <translation>不改就留空</translation>
    </message>
    <message>
        <source>Why, such as: told us on the phone</source>
        <translation>原因，如：本人电话告知</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄段</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Can start</source>
        <translation>可到岗</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Applications per minute</source>
        <translation>每分钟报名数</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>在线观众</translation>
    </message>
    <message>
        <source>take</source>
        <translation>上墙</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清屏</translation>
    </message>
    <message>
        <source>taken against the ad check</source>
        <translation>强制上墙</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>切换模式</translation>
    </message>
</context>
<context>
    <name>CourseChart</name>
    <message>
        <source>Applications per minute</source>
        <translation>每分钟报名数</translation>
    </message>
    <message>
        <source>no card on air</source>
        <translation>没有岗位在墙上</translation>
    </message>
    <message>
        <source>{0} · {1} applications · {2}</source>
        <translation>{0} · {1} 人报名 · {2}</translation>
    </message>
</context>
<context>
    <name>CoursePane</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Lag window</source>
        <translation>归因时窗</translation>
    </message>
    <message>
        <source>How long after a card has left the air a sign-up for its job still counts for that card</source>
        <translation>岗位下墙后多久之内，选了该岗位的报名仍算作它带来的</translation>
    </message>
    <message>
        <source>Zoom out  (−)</source>
        <translation>缩小  (−)</translation>
    </message>
    <message>
        <source>Zoom in  (+)</source>
        <translation>放大  (+)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the whole broadcast  (0)</source>
        <translation>显示整场  (0)</translation>
    </message>
</context>
<context>
    <name>DaysMode</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>No day to tell of yet</source>
        <translation>还没有日报</translation>
    </message>
    <message>
        <source>From the first broadcast on, every day stands here with what happened on it.</source>
        <translation>从第一场直播起，每一天发生的事都列在这里。</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Daily digest</source>
        <translation>日报</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source> and {n} more</source>
        <translation> 等另外 {n} 人</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>已提醒</translation>
    </message>
    <message>
        <source>Interview booked</source>
        <translation>已约面</translation>
    </message>
    <message>
        <source>Phones stay hidden while on air</source>
        <translation>直播中不显示电话</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back at once</source>
        <translation>当即撤销</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>A device without a name</source>
        <translation>未命名设备</translation>
    </message>
    <message>
        <source>First signed in {time}</source>
        <translation>首次登录 {time}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Seen {when}</source>
        <translation>最近在线 {when}</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>退出登录…</translation>
    </message>
    <message>
        <source>Sign out the device {name}</source>
        <translation>让设备 {name} 退出登录</translation>
    </message>
    <message>
        <source>Sign out “{name}” of {person}?

It is signed out at once. What was done there and has not been sent yet stays on that computer until {person} signs in there again.</source>
        <translation>让 {person} 的“{name}”退出登录？

它会立即退出。在那里做过但还没发送的操作会留在那台电脑上，等 {person} 再次登录。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign out the device</source>
        <translation>让设备退出</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>First call</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再次拨打</translation>
    </message>
    <message>
        <source>Call back as agreed</source>
        <translation>按约回电</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Remind of the interview</source>
        <translation>面试提醒</translation>
    </message>
    <message>
        <source>Record who came</source>
        <translation>到面登记</translation>
    </message>
    <message>
        <source>Result of the interview</source>
        <translation>登记面试结果</translation>
    </message>
    <message>
        <source>First day at work</source>
        <translation>入职登记</translation>
    </message>
    <message>
        <source>{days} days at work?</source>
        <translation>{days} 天在职回访</translation>
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
    <name>EraseForm</name>
    <message>
        <source>Last four digits of the phone</source>
        <translation>电话后四位</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Name, phone and history disappear from the hub and from every desktop. Files that were saved before have to be deleted by hand; the program lists them. This cannot be undone.</source>
        <translation>姓名、电话和记录会从服务端和每台电脑上消失。之前保存的文件需要手动删除，程序会列出来。此操作不能撤销。</translation>
    </message>
    <message>
        <source>Only an administrator may erase a person.</source>
        <translation>只有管理员可以删除个人信息。</translation>
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
        <source>Somebody else is working on this</source>
        <translation>同事正在处理</translation>
    </message>
    <message>
        <source>The interview slot has no place left</source>
        <translation>该面试时段已约满</translation>
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
        <source>Sign in again with your name and password, or with a new invitation code.</source>
        <translation>请用登录名和密码重新登录，或使用新的邀请码。</translation>
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
    <name>ExitReason</name>
    <message>
        <source>Quit</source>
        <translation>自离</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>辞退</translation>
    </message>
    <message>
        <source>Contract ended</source>
        <translation>期满</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export applicants</source>
        <translation>导出应聘者</translation>
    </message>
    <message>
        <source>With the columns and the order on screen, as filtered.</source>
        <translation>按屏幕上的列、顺序和筛选结果导出。</translation>
    </message>
    <message>
        <source>All {count} listed</source>
        <translation>列表中的全部 {count} 人</translation>
    </message>
    <message>
        <source>Only the {count} selected</source>
        <translation>只导出选中的 {count} 人</translation>
    </message>
    <message>
        <source>Names and phones masked (王**, 138****5678), without notes</source>
        <translation>姓名、手机号打码（王**，138****5678），不含备注</translation>
    </message>
    <message>
        <source>Names, phones and notes in full</source>
        <translation>完整的姓名、手机号和备注</translation>
    </message>
    <message>
        <source>The export is logged with your name. When somebody is erased, you are told to delete the file.</source>
        <translation>导出会以您的名义留下记录。有人被删除时，会提醒您删除这份文件。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
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
    <name>FiguresDialog</name>
    <message>
        <source>Figures of the broadcast</source>
        <translation>补充本场数据</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>0,1200
1,1350
or 20:05,1350: a minute or a time, and how many watch</source>
        <translation>0,1200
1,1350
或 20:05,1350：第几分钟或时刻，加在线人数</translation>
    </message>
    <message>
        <source>Viewers by the minute</source>
        <translation>每分钟在线人数</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>导入 CSV…</translation>
    </message>
    <message>
        <source>CSV text (*.csv *.txt *.tsv)</source>
        <translation>CSV 文本 (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>Empty fields stay unknown; nothing is guessed.</source>
        <translation>留空即为未知，不作推测。</translation>
    </message>
    <message>
        <source>{n} minutes from {start} to {end}, at most {peak} viewers</source>
        <translation>{start} 至 {end} 共 {n} 个时点，最高 {peak} 人在线</translation>
    </message>
    <message>
        <source>Line {n} needs a minute and a number of viewers: {line}</source>
        <translation>第 {n} 行需要时间和人数：{line}</translation>
    </message>
    <message>
        <source>There is no line with a minute and a number of viewers.</source>
        <translation>没有找到“时间,人数”的行。</translation>
    </message>
    <message>
        <source>Views in all</source>
        <translation>总观看</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>Costs of the cards, yuan</source>
        <translation>各岗位成本（元）</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Search name, phone, notes…  ( / )</source>
        <translation>搜索姓名、手机号、备注…  ( / )</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Show and hide columns; they can be moved and resized in the heading</source>
        <translation>显示或隐藏列；在表头可以移动列、调整列宽</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Clear all  (Esc)</source>
        <translation>全部清除  (Esc)</translation>
    </message>
    <message>
        <source>Do not filter by this any more</source>
        <translation>不再按此筛选</translation>
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
    <name>FirstDayDialog</name>
    <message>
        <source>Another day</source>
        <translation>其他日期</translation>
    </message>
    <message>
        <source>Not agreed yet</source>
        <translation>尚未约定</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>First day at work: {names}</source>
        <translation>入职日期：{names}</translation>
    </message>
    <message>
        <source>First day at work</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Remember</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>No time any more</source>
        <translation>不再约时间</translation>
    </message>
</context>
<context>
    <name>Funnel</name>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Of stage before</source>
        <translation>上一步转化率</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>中位用时</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>First call after {wait} in the middle case ({n} called)</source>
        <translation>首次外呼中位用时 {wait}（已外呼 {n} 人）</translation>
    </message>
    <message>
        <source>The time to the first call is not known</source>
        <translation>首次外呼用时未知</translation>
    </message>
</context>
<context>
    <name>FunnelPane</name>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>All broadcasts</source>
        <translation>全部场次</translation>
    </message>
    <message>
        <source>Funnel: {name}</source>
        <translation>漏斗：{name}</translation>
    </message>
    <message>
        <source>This broadcast</source>
        <translation>本场</translation>
    </message>
    <message>
        <source>Of which broadcasts</source>
        <translation>场次范围</translation>
    </message>
    <message>
        <source>Broken down by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>A rate of fewer than 20 people is shown as a bare count.</source>
        <translation>不足 20 人的比率只列人数，样本太少无法判断。</translation>
    </message>
</context>
<context>
    <name>FunnelTable</name>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>First call</source>
        <translation>首次外呼</translation>
    </message>
    <message>
        <source>{n} called</source>
        <translation>已外呼 {n} 人</translation>
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
        <source>Try again now</source>
        <translation>立即重试</translation>
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
    <name>HandOverDialog</name>
    <message>
        <source>Hand {name} over to</source>
        <translation>把 {name} 转交给</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Nobody else works for this employer.</source>
        <translation>这家企业没有其他同事。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Still at work after {days} days</source>
        <translation>在职满 {days} 天</translation>
    </message>
    <message>
        <source>Taken back to: {state}</source>
        <translation>撤销，退回：{state}</translation>
    </message>
    <message>
        <source>{state}, first day {day}</source>
        <translation>{state}，入职日期 {day}</translation>
    </message>
    <message>
        <source>Reminded of the interview {when}</source>
        <translation>已提醒面试（{when}）</translation>
    </message>
    <message>
        <source>Interview moved to {when}</source>
        <translation>面试改到 {when}</translation>
    </message>
    <message>
        <source>Interview booked for {when}</source>
        <translation>约面试 {when}</translation>
    </message>
    <message>
        <source>Call: {outcome}</source>
        <translation>拨打：{outcome}</translation>
    </message>
    <message>
        <source>No time for a call agreed any more</source>
        <translation>不再约时间联系</translation>
    </message>
    <message>
        <source>To be called again {when}</source>
        <translation>{when} 再联系</translation>
    </message>
    <message>
        <source>Taken over from {name}</source>
        <translation>从{name}处接手</translation>
    </message>
    <message>
        <source>Handed over to {name}</source>
        <translation>转交给 {name}</translation>
    </message>
    <message>
        <source>Released from {name}</source>
        <translation>从 {name} 处释放</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>All that is stored was given out to the person</source>
        <translation>已向本人提供全部个人信息</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Phone shown</source>
        <translation>查看电话</translation>
    </message>
    <message>
        <source>Phone copied</source>
        <translation>复制电话</translation>
    </message>
    <message>
        <source>Message copied</source>
        <translation>复制短信</translation>
    </message>
    <message>
        <source>Wishes noted</source>
        <translation>记下求职意向</translation>
    </message>
    <message>
        <source>Moved from {before} to {after}</source>
        <translation>由 {before} 转到 {after}</translation>
    </message>
    <message>
        <source>Taken back: {link}</source>
        <translation>取消：{link}</translation>
    </message>
    <message>
        <source>Data corrected</source>
        <translation>更正个人信息</translation>
    </message>
    <message>
        <source>{count} rows exported: {after}</source>
        <translation>导出 {count} 行：{after}</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>not confirmed yet</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Undo the last step…</source>
        <translation>撤销上一步…</translation>
    </message>
    <message>
        <source>Show all {count} lines</source>
        <translation>显示全部 {count} 条</translation>
    </message>
</context>
<context>
    <name>HrPage</name>
    <message>
        <source>Applicants</source>
        <translation>应聘者</translation>
    </message>
    <message>
        <source>Names and phones are hidden while you are on air.</source>
        <translation>直播中，姓名和手机号已隐藏。</translation>
    </message>
    <message>
        <source>Message templates and desk rules</source>
        <translation>话术模板与工作规则</translation>
    </message>
    <message>
        <source>Import leads of a platform</source>
        <translation>导入平台线索</translation>
    </message>
    <message>
        <source>{count} applicants</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{count} of {total} in “{view}”</source>
        <translation>“{view}” {total} 人中的 {count} 人</translation>
    </message>
    <message>
        <source>No applicant matches</source>
        <translation>没有符合条件的应聘者</translation>
    </message>
    <message>
        <source>Try fewer words, or another filter.</source>
        <translation>换个关键词，或放宽筛选条件。</translation>
    </message>
    <message>
        <source>Try fewer words, another filter, or look in “All”.</source>
        <translation>换个关键词、放宽筛选条件，或到“全部”里找。</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
    <message>
        <source>Filter by job, city, status, channel, broadcast, card, owner or employer</source>
        <translation>按岗位、城市、状态、渠道、场次、岗位卡、跟进人或企业筛选</translation>
    </message>
    <message>
        <source>Save what is listed as a spreadsheet</source>
        <translation>把列表存为表格</translation>
    </message>
    <message>
        <source>Taken back right after a change of many</source>
        <translation>批量更改后随即撤销</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{count} taken back</source>
        <translation>已撤销 {count} 人</translation>
    </message>
    <message>
        <source>{count} changed meanwhile and stay</source>
        <translation>{count} 人期间有变动，未处理</translation>
    </message>
    <message>
        <source>There is no employer yet: jobs bring them</source>
        <translation>还没有用工企业：导入岗位后会出现</translation>
    </message>
    <message>
        <source>{count} exported to {path}</source>
        <translation>已导出 {count} 人：{path}</translation>
    </message>
    <message>
        <source>Leads imported: {count} new or completed</source>
        <translation>线索已导入：新增或补全 {count} 条</translation>
    </message>
</context>
<context>
    <name>HrSetupDialog</name>
    <message>
        <source>HR desk: {employer}</source>
        <translation>HR 工作台设置：{employer}</translation>
    </message>
    <message>
        <source>HR desk</source>
        <translation>HR 工作台设置</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>话术模板</translation>
    </message>
    <message>
        <source>Desk rules</source>
        <translation>工作规则</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>有修改尚未保存。</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>放弃并关闭</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <source>Caps Lock is on</source>
        <translation>大写锁定已开启</translation>
    </message>
    <message>
        <source>Enter the address of the hub</source>
        <translation>请输入服务端地址</translation>
    </message>
    <message>
        <source>Enter the code that you were given</source>
        <translation>请输入收到的邀请码</translation>
    </message>
    <message>
        <source>Enter your sign-in name</source>
        <translation>请输入登录名</translation>
    </message>
    <message>
        <source>Enter your password</source>
        <translation>请输入密码</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>登录名和密码</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>服务端地址</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>邀请码</translation>
    </message>
</context>
<context>
    <name>HubRefusal</name>
    <message>
        <source>Sign-in name or password is wrong</source>
        <translation>登录名或密码不正确</translation>
    </message>
    <message>
        <source>This account is disabled; ask an administrator</source>
        <translation>此账号已停用，请联系管理员</translation>
    </message>
    <message>
        <source>Too many attempts; try again in {count} s</source>
        <translation>尝试次数过多，请 {count} 秒后再试</translation>
    </message>
    <message>
        <source>Locked after too many attempts; try again in {count} min</source>
        <translation>尝试次数过多已锁定，请 {count} 分钟后再试</translation>
    </message>
    <message>
        <source>The hub does not answer. What you typed is kept; try again when it is back.</source>
        <translation>服务端没有响应。已填写的内容会保留，恢复后请再试。</translation>
    </message>
    <message>
        <source>This is the last administrator who can sign in. Make another administrator first, so that nobody is locked out of these pages.</source>
        <translation>这是最后一位能登录的管理员。请先设置另一位管理员，以免无人能打开这些页面。</translation>
    </message>
    <message>
        <source>The account is disabled; enable it first.</source>
        <translation>账号已停用，请先启用。</translation>
    </message>
    <message>
        <source>This is the built-in account of the hub&apos;s own computer; it stays as it is.</source>
        <translation>这是服务端本机的内置账号，不能更改。</translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation>不能使用</translation>
    </message>
    <message>
        <source>Somebody else has this sign-in name; choose another</source>
        <translation>登录名已被占用，请换一个</translation>
    </message>
    <message>
        <source>2 to 60 letters, digits or . _ - @ +</source>
        <translation>2 到 60 个字母、数字或 . _ - @ +</translation>
    </message>
    <message>
        <source>At least 10 characters</source>
        <translation>至少 10 个字符</translation>
    </message>
    <message>
        <source>Too easy to guess; a short sentence is good</source>
        <translation>太容易猜到，用一个短句更好</translation>
    </message>
    <message>
        <source>Not digits only; they are guessed first</source>
        <translation>不能全是数字，最容易被猜到</translation>
    </message>
    <message>
        <source>Not the same as the sign-in name</source>
        <translation>不能与登录名相同</translation>
    </message>
    <message>
        <source>The present password is wrong</source>
        <translation>当前密码不正确</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import jobs</source>
        <translation>导入岗位</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Import {count} jobs</source>
        <translation>导入 {count} 个岗位</translation>
    </message>
    <message>
        <source>Excel or CSV. You see what each row becomes before anything is changed.</source>
        <translation>支持 Excel、CSV。先逐行预览，确认后才写入。</translation>
    </message>
    <message>
        <source>Drop a spreadsheet here</source>
        <translation>把岗位表拖到这里</translation>
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
    <name>InterviewStep</name>
    <message>
        <source>Came</source>
        <translation>到面</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Started work</source>
        <translation>入职</translation>
    </message>
    <message>
        <source>Declined the job</source>
        <translation>放弃入职</translation>
    </message>
    <message>
        <source>Still at work</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离职</translation>
    </message>
</context>
<context>
    <name>InterviewsPage</name>
    <message>
        <source>Slots</source>
        <translation>面试时段</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>在职回访</translation>
    </message>
    <message>
        <source>Reminders that are due, interviews, and first days</source>
        <translation>待提醒、今日面试、今日入职</translation>
    </message>
    <message>
        <source>At work for 7, 15 and 30 days</source>
        <translation>在职 7、15、30 天回访</translation>
    </message>
    <message>
        <source>They appear by themselves when they are due</source>
        <translation>到期自动出现</translation>
    </message>
    <message>
        <source>Nobody is expected today</source>
        <translation>今天没有安排</translation>
    </message>
    <message>
        <source>Interviews and first days of today stand here, and reminders when they are due.</source>
        <translation>今天的面试、入职和到期的提醒会列在这里。</translation>
    </message>
    <message>
        <source>Nobody to ask after</source>
        <translation>暂无需要回访的人</translation>
    </message>
    <message>
        <source>7, 15 and 30 days after the first day, whoever started appears here.</source>
        <translation>入职满 7、15、30 天的人会自动出现在这里。</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>面试</translation>
    </message>
    <message>
        <source>Check-in list…</source>
        <translation>签到表…</translation>
    </message>
    <message>
        <source>New slot</source>
        <translation>新建时段</translation>
    </message>
    <message>
        <source>Print who is expected</source>
        <translation>打印签到表</translation>
    </message>
</context>
<context>
    <name>InvitationDialog</name>
    <message>
        <source>Invitation for {name}</source>
        <translation>{name} 的邀请码</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>邀请码</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制邀请码</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制邀请内容</translation>
    </message>
    <message>
        <source>Address, code and expiry as a text to send</source>
        <translation>含地址、邀请码和有效期，可直接发送</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>显示邀请码</translation>
    </message>
    <message>
        <source>{name} signs in with this code on one computer.</source>
        <translation>{name} 用此邀请码在一台电脑上登录。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>It is shown only now. If it is lost, make a new one.</source>
        <translation>只显示这一次。丢失后请重新生成。</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>服务端地址</translation>
    </message>
    <message>
        <source>This hub runs on this computer only; other computers cannot reach it.</source>
        <translation>服务端只在本机运行，其他电脑连不上。</translation>
    </message>
    <message>
        <source>For one sign-in, until {when}</source>
        <translation>可登录一次，有效至 {when}</translation>
    </message>
    <message>
        <source>For one sign-in, until {when} ({count} days)</source>
        <translation>可登录一次，有效至 {when}（{count} 天）</translation>
    </message>
    <message>
        <source>You are invited to KZG Desktop.</source>
        <translation>邀请您使用 KZG Desktop。</translation>
    </message>
    <message>
        <source>Choose “Connect to a hub” and enter:</source>
        <translation>请选择“连接服务端”，并填写：</translation>
    </message>
    <message>
        <source>Address: {url}</source>
        <translation>地址：{url}</translation>
    </message>
    <message>
        <source>Invitation code: {code}</source>
        <translation>邀请码：{code}</translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation>已复制邀请码</translation>
    </message>
    <message>
        <source>Message copied</source>
        <translation>已复制邀请内容</translation>
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
        <source>Applicants who would fit</source>
        <translation>合适的应聘者</translation>
    </message>
    <message>
        <source>Who applied for another job, waits, and would fit this one</source>
        <translation>报名了其他岗位、还在等待、也适合这个岗位的人</translation>
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
    <name>JobMatch</name>
    <message>
        <source>¥ {offered} a month</source>
        <translation>¥ {offered}/月</translation>
    </message>
    <message>
        <source>lodging: {words}</source>
        <translation>住宿：{words}</translation>
    </message>
    <message>
        <source>board: {words}</source>
        <translation>餐饮：{words}</translation>
    </message>
    <message>
        <source>can still start by {day}</source>
        <translation>{day} 前可到岗</translation>
    </message>
    <message>
        <source>from {age} years</source>
        <translation>{age} 岁起</translation>
    </message>
    <message>
        <source>{seats} places left</source>
        <translation>剩 {seats} 个名额</translation>
    </message>
    <message>
        <source>ends on {day}, before the applicant can start</source>
        <translation>{day} 截止，早于可到岗日期</translation>
    </message>
    <message>
        <source>{offered} a month; the job applied for pays {wanted}</source>
        <translation>每月 {offered}；报名的岗位是 {wanted}</translation>
    </message>
    <message>
        <source>{words}, {wanted} wanted</source>
        <translation>{words}，希望 {wanted}</translation>
    </message>
    <message>
        <source>in {place}, not {wanted}</source>
        <translation>在{place}，不在{wanted}</translation>
    </message>
    <message>
        <source>lodging not stated</source>
        <translation>未注明住宿</translation>
    </message>
    <message>
        <source>board not stated</source>
        <translation>未注明餐饮</translation>
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
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Applicants who would fit</source>
        <translation>合适的应聘者</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
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
    <name>LeadImport</name>
    <message>
        <source>{count} new</source>
        <translation>新增 {count}</translation>
    </message>
    <message>
        <source>{count} completed</source>
        <translation>补全 {count}</translation>
    </message>
    <message>
        <source>{count} already there</source>
        <translation>已有 {count}</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>拒收 {count}</translation>
    </message>
    <message>
        <source>{count} with errors not imported</source>
        <translation>有错误未导入 {count}</translation>
    </message>
    <message>
        <source>{count} left out by you</source>
        <translation>您取消 {count}</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>完成：{what}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was sent.</source>
        <translation>已停止，一条也没有送出。</translation>
    </message>
    <message>
        <source>Stopped: {sent} of {total} have reached the hub. Import again to go on; nothing is doubled.</source>
        <translation>已停止：共 {total} 条，已送达 {sent} 条。再次导入会接着，不会重复。</translation>
    </message>
    <message>
        <source>The hub does not answer: leads are personal data and kept there only.</source>
        <translation>连不上服务端：线索含个人信息，只存放在服务端。请检查网络后再试。</translation>
    </message>
    <message>
        <source>This account may not bring applicants: sign in as HR or as administrator.</source>
        <translation>这个账号没有录入报名的权限，请用企业 HR 或管理员账号登录。</translation>
    </message>
    <message>
        <source>Import again with the same choices: what may have arrived is not doubled.</source>
        <translation>请用同样的选项再导入一次：可能已送达的不会重复。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>一条也没有送出。</translation>
    </message>
    <message>
        <source>{sent} of {total} were sent and stay; import again to go on, nothing is doubled.</source>
        <translation>共 {total} 条，已送达 {sent} 条并保留；再次导入会接着，不会重复。</translation>
    </message>
</context>
<context>
    <name>LeadImportDialog</name>
    <message>
        <source>Import leads</source>
        <translation>导入线索</translation>
    </message>
    <message>
        <source>Save unreadable rows…</source>
        <translation>保存出错的行…</translation>
    </message>
    <message>
        <source>Import {count} leads</source>
        <translation>导入 {count} 条线索</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Excel, WPS or CSV, as a platform&apos;s back office exports it, with the columns in any order. You see what each row becomes before anything is sent. Importing a file again changes nothing.</source>
        <translation>平台后台导出的 Excel、WPS 或 CSV 都行，列的顺序不限。先逐行预览，确认后才送出；同一个文件再导入一次，不会有变化。</translation>
    </message>
    <message>
        <source>Drop a platform&apos;s leads here</source>
        <translation>把平台导出的线索表拖到这里</translation>
    </message>
    <message>
        <source>There are no jobs yet</source>
        <translation>还没有岗位</translation>
    </message>
    <message>
        <source>A lead is for a job of the library. Import or create the jobs first, then the leads.</source>
        <translation>线索要对上岗位库里的岗位。请先导入或新建岗位，再导入线索。</translation>
    </message>
    <message>
        <source>Bringing this computer and the hub in step…</source>
        <translation>正在与服务端同步…</translation>
    </message>
    <message>
        <source>Sending: {sent} of {total}</source>
        <translation>正在送出 {sent} / {total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stop the import?</source>
        <translation>停止导入？</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>继续导入</translation>
    </message>
    <message>
        <source>{sent} of {total} have reached the hub and stay. You can import the file again later: it goes on from there, and nothing is doubled.</source>
        <translation>共 {total} 条，已送达 {sent} 条，不会撤回。以后再导入这个文件会接着，不会重复。</translation>
    </message>
    <message>
        <source>{file}-unreadable.csv</source>
        <translation>{file}-出错的行.csv</translation>
    </message>
    <message>
        <source>Save unreadable rows</source>
        <translation>保存出错的行</translation>
    </message>
</context>
<context>
    <name>LeadRows</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>For the job</source>
        <translation>报名岗位</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
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
        <source>No lead</source>
        <translation>非线索</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>New applicant</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>您已取消</translation>
    </message>
    <message>
        <source>One with row {row}</source>
        <translation>与第 {row} 行合一</translation>
    </message>
    <message>
        <source>Will be sent</source>
        <translation>将送出</translation>
    </message>
</context>
<context>
    <name>LeadWishes</name>
    <message>
        <source>Leads of one broadcast count for it in the review. Choose the same one when you import again.</source>
        <translation>同一场直播的线索，复盘时算这一场。再次导入时请选同一场。</translation>
    </message>
    <message>
        <source>For leads that name no job, or one that is not in the library</source>
        <translation>没写岗位、或所写岗位不在岗位库里的线索</translation>
    </message>
    <message>
        <source>From the broadcast</source>
        <translation>来自场次</translation>
    </message>
    <message>
        <source>Leads that name no job of yours are for</source>
        <translation>对不上岗位的，记到</translation>
    </message>
    <message>
        <source>None, or not known</source>
        <translation>没有，或不知道</translation>
    </message>
    <message>
        <source>No job: the card on air then, or left out</source>
        <translation>不指定（有场次按当时讲解的岗位，否则不导入）</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Left</source>
        <translation>离职</translation>
    </message>
    <message>
        <source>Why did {names} leave?</source>
        <translation>{names} 为什么离职？</translation>
    </message>
    <message>
        <source>In their own words, if they said so</source>
        <translation>本人的说法（选填）</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Figures saved</source>
        <translation>数据已保存</translation>
    </message>
</context>
<context>
    <name>MatchesSection</name>
    <message>
        <source>No other job fits. What the applicant looks for can be noted under Contact.</source>
        <translation>没有其他合适的岗位。求职意向可在“联系”里记下。</translation>
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
    <name>MomentView</name>
    <message>
        <source>Applications at that moment</source>
        <translation>当时的报名</translation>
    </message>
    <message>
        <source>No card was on air.</source>
        <translation>当时没有岗位上墙。</translation>
    </message>
    <message>
        <source>Whole broadcast</source>
        <translation>回到整场</translation>
    </message>
    <message>
        <source>Back to the whole broadcast</source>
        <translation>回到整场</translation>
    </message>
    <message>
        <source>As it was at {time}</source>
        <translation>{time} 时的画面</translation>
    </message>
</context>
<context>
    <name>Multiples</name>
    <message>
        <source>Applications in each minute on air, by card (one scale for all)</source>
        <translation>各岗位上墙每分钟的报名数（同一刻度）</translation>
    </message>
    <message>
        <source>{count} in {minutes} min</source>
        <translation>{minutes} 分钟 {count} 个</translation>
    </message>
    <message>
        <source>{n} airings</source>
        <translation>{n} 次上墙</translation>
    </message>
    <message>
        <source>{n} just after</source>
        <translation>下墙后 {n} 个</translation>
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
        <source>Applicants</source>
        <translation>应聘者</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>面试</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
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
    <name>NoteBox</name>
    <message>
        <source>What was said? (N)</source>
        <translation>说了什么？（N）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Not saved yet (Ctrl+Enter)</source>
        <translation>尚未保存（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>A note may have {most} characters; this one has {many}</source>
        <translation>备注最多 {most} 字，现在 {many} 字</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved. What you wrote stays here; try again with Ctrl+Enter.</source>
        <translation>没有保存。您写的还在这里，请按 Ctrl+Enter 再试。</translation>
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
    <name>Options</name>
    <message>
        <source>PDF report, to hand over</source>
        <translation>PDF 报告，交给企业</translation>
    </message>
    <message>
        <source>Spreadsheet with the data behind it</source>
        <translation>带数据的表格</translation>
    </message>
    <message>
        <source>Both, side by side</source>
        <translation>两者都要，放在一起</translation>
    </message>
    <message>
        <source>All employers</source>
        <translation>全部企业</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Who signs up so soon after a card has left the air, with its job on the form, counts for that card</source>
        <translation>岗位卡下墙后这么多秒内、表单选了该岗位的报名，仍归给该卡</translation>
    </message>
    <message>
        <source>With names and phones</source>
        <translation>含姓名和电话</translation>
    </message>
    <message>
        <source>Your account may not see names and phones.</source>
        <translation>您的账号不能查看姓名和电话。</translation>
    </message>
    <message>
        <source>A list of all applicants comes at the end. The export is logged with your name for each employer; when somebody is erased, you are told to delete the file.</source>
        <translation>末尾附全部报名人员名单。导出会按企业以您的名义记录；其中有人被删除时，会提醒您删除文件。</translation>
    </message>
    <message>
        <source>Nobody can be recognised: no names, no phones.</source>
        <translation>不含姓名和电话，认不出任何人。</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Lag window</source>
        <translation>归因时窗</translation>
    </message>
</context>
<context>
    <name>OutdatedBar</name>
    <message>
        <source>Show files…</source>
        <translation>查看文件…</translation>
    </message>
    <message>
        <source>{count} exported files hold people who were erased or whom you may not see any more. Delete the files, and every copy of them.</source>
        <translation>{count} 个导出文件含有已删除或您已无权查看的人。请删除这些文件和所有副本。</translation>
    </message>
    <message>
        <source>{file} could not be deleted. Close the programs that show it, then try again.</source>
        <translation>{file} 无法删除。请关闭正在打开它的程序，再试一次。</translation>
    </message>
</context>
<context>
    <name>OutdatedDialog</name>
    <message>
        <source>Files to delete</source>
        <translation>需要删除的文件</translation>
    </message>
    <message>
        <source>They hold people who were erased or whom you may not see any more. What was copied or sent on elsewhere has to be deleted there, too.</source>
        <translation>这些文件含有已删除或您已无权查看的人。复制或转发到别处的也要一并删除。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not there any more: moved, renamed or deleted</source>
        <translation>已不在原处：被移动、改名或删除</translation>
    </message>
    <message>
        <source>It is deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Delete file</source>
        <translation>删除文件</translation>
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
    <name>PasswordField</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>At least 2 characters</source>
        <translation>至少 2 个字符</translation>
    </message>
    <message>
        <source>At least 10 characters</source>
        <translation>至少 10 个字符</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Letters, digits or . _ - @ +</source>
        <translation>字母、数字或 . _ - @ +</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>Leave empty if there is none yet</source>
        <translation>还没有密码则留空</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>At least 10 characters; a short sentence is good</source>
        <translation>至少 10 个字符，用一个短句更好</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>大写锁定已开启</translation>
    </message>
</context>
<context>
    <name>PasswordStep</name>
    <message>
        <source>You are signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Choose a sign-in name and a password, so that you can sign in on another computer, too. You can also do that later, in the settings under Account.</source>
        <translation>设置登录名和密码后，也能在另一台电脑上登录。也可以以后在“设置 → 账号”里设置。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>保存并继续</translation>
    </message>
    <message>
        <source>This account has a sign-in name and a password already; use them on other computers.</source>
        <translation>此账号已有登录名和密码，在其他电脑上直接使用即可。</translation>
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
    <name>PeopleActs</name>
    <message>
        <source>“{job}” was sent by somebody else?</source>
        <translation>“{job}”的报名是另一个人的？</translation>
    </message>
    <message>
        <source>The two are then shown as two people. This can be taken back.</source>
        <translation>之后会显示为两个人。可以再改回来。</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Not together after all?</source>
        <translation>其实不是同行？</translation>
    </message>
    <message>
        <source>Not together</source>
        <translation>不是同行</translation>
    </message>
    <message>
        <source>Joined as one person</source>
        <translation>已合并为同一人</translation>
    </message>
    <message>
        <source>Linked as coming together</source>
        <translation>已记为同行</translation>
    </message>
    <message>
        <source>Shown as two people again</source>
        <translation>已拆分为两个人</translation>
    </message>
    <message>
        <source>Shown as two people</source>
        <translation>已拆分为两个人</translation>
    </message>
    <message>
        <source>No longer linked</source>
        <translation>已取消同行</translation>
    </message>
    <message>
        <source>Moved to {job}</source>
        <translation>已转到 {job}</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>Who is the same person as {name}?</source>
        <translation>谁和 {name} 是同一人？</translation>
    </message>
    <message>
        <source>Who came with {name}?</source>
        <translation>谁和 {name} 同行？</translation>
    </message>
    <message>
        <source>Their applications are then shown as those of one person. This can be taken back.</source>
        <translation>之后两边的报名会显示为同一个人。可以再拆分。</translation>
    </message>
    <message>
        <source>Couples and friends are then offered the same steps. This can be taken back.</source>
        <translation>之后夫妻、朋友可以一起办理。可以再取消。</translation>
    </message>
    <message>
        <source>Name or phone</source>
        <translation>姓名或电话</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>What they are to each other (may stay empty)</source>
        <translation>两人的关系（可不填）</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>Came together</source>
        <translation>同行</translation>
    </message>
    <message>
        <source>Couple</source>
        <translation>夫妻</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>朋友</translation>
    </message>
    <message>
        <source>From one village</source>
        <translation>同乡</translation>
    </message>
    <message>
        <source>Relatives</source>
        <translation>亲戚</translation>
    </message>
    <message>
        <source>Nobody else of this name. Search for another name, or for a phone.</source>
        <translation>没有其他同名的人。可搜索其他姓名或手机号。</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>可能是同一人</translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Name, phone or job  ( / )</source>
        <translation>姓名、电话或岗位  ( / )</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>没有符合的人</translation>
    </message>
    <message>
        <source>Try a part of the name, or the last digits.</source>
        <translation>试试名字中的一个字，或手机尾号。</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Same person…</source>
        <translation>同一人…</translation>
    </message>
    <message>
        <source>Came together with…</source>
        <translation>同行…</translation>
    </message>
    <message>
        <source>No other application, and nobody came along.</source>
        <translation>没有其他报名，也没有同行的人。</translation>
    </message>
    <message>
        <source>Not the same person…</source>
        <translation>不是同一人…</translation>
    </message>
    <message>
        <source>Somebody who is not in this list any more</source>
        <translation>已不在名单里的人</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>同行：{name}</translation>
    </message>
    <message>
        <source>Not together…</source>
        <translation>不是同行…</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>面试提醒</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Remind now</source>
        <translation>该提醒了</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>{when} 提醒</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已提醒</translation>
    </message>
</context>
<context>
    <name>PersonLink</name>
    <message>
        <source>The same person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Came together</source>
        <translation>同行</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>PhoneLine</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>On air: names and phones stay hidden</source>
        <translation>直播中：姓名和电话保持隐藏</translation>
    </message>
    <message>
        <source>Shown for a minute; this is on record</source>
        <translation>显示一分钟；已留痕</translation>
    </message>
    <message>
        <source>{calls} calls so far, none answered</source>
        <translation>打过 {calls} 次，都没接通</translation>
    </message>
    <message>
        <source>Has answered at {hours}</source>
        <translation>曾在 {hours} 接通</translation>
    </message>
    <message>
        <source>Most applicants answer at {hours}</source>
        <translation>多数人在 {hours} 接电话</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Interview place</source>
        <translation>面试地点</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation>集合地点</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>携带物品</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>薪资</translation>
    </message>
    <message>
        <source>Lodging</source>
        <translation>住宿</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>餐饮</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>联系人</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>Monthly pay from</source>
        <translation>综合薪资下限</translation>
    </message>
    <message>
        <source>Monthly pay up to</source>
        <translation>综合薪资上限</translation>
    </message>
    <message>
        <source>Base pay a month</source>
        <translation>底薪</translation>
    </message>
    <message>
        <source>Pay per hour</source>
        <translation>小时工价</translation>
    </message>
    <message>
        <source>Piece rate</source>
        <translation>计件</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>加班</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Payday</source>
        <translation>发薪日</translation>
    </message>
    <message>
        <source>Rebate</source>
        <translation>返费</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>吃饭</translation>
    </message>
    <message>
        <source>Lodging</source>
        <translation>住宿</translation>
    </message>
    <message>
        <source>Couples&apos; room</source>
        <translation>夫妻房</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保险</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>福利</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Rest days</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>用工形式</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同期限</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>PromisePane</name>
    <message>
        <source>Changes since the airing</source>
        <translation>播出后的变动</translation>
    </message>
    <message>
        <source>{n} changes of pay or lodging since they were said on air: tell the applicants.</source>
        <translation>有 {n} 处薪资或住宿与口播不符：请告知应聘者。</translation>
    </message>
    <message>
        <source>Pay and lodging are as they were said; other things changed.</source>
        <translation>薪资和住宿与口播一致；其他内容有变动。</translation>
    </message>
    <message>
        <source>Everything said on air still holds</source>
        <translation>口播承诺全部有效</translation>
    </message>
    <message>
        <source>The jobs are as the cards showed them. A change of pay or lodging would be flagged here.</source>
        <translation>岗位现状与播出时的岗位卡一致。薪资或住宿一有变动，这里会标出。</translation>
    </message>
    <message>
        <source>Nothing was said on air</source>
        <translation>没有口播内容</translation>
    </message>
    <message>
        <source>No card has been on air in this broadcast.</source>
        <translation>本场没有岗位上过墙。</translation>
    </message>
</context>
<context>
    <name>PromiseTable</name>
    <message>
        <source>Look at it</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Said on air</source>
        <translation>播出时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>On air at</source>
        <translation>播出时间</translation>
    </message>
    <message>
        <source>▲ pay or lodging, worse</source>
        <translation>▲ 薪资/住宿变差</translation>
    </message>
    <message>
        <source>▲ pay or lodging</source>
        <translation>▲ 薪资/住宿变动</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变动</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>better</source>
        <translation>变好</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>原因（可不填）</translation>
    </message>
</context>
<context>
    <name>RefusalsChip</name>
    <message>
        <source>Actions that the hub refused: read why</source>
        <translation>服务端拒绝的操作：查看原因</translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation>{0} 项被拒绝</translation>
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
    <name>ReportDialog</name>
    <message>
        <source>Report of this broadcast</source>
        <translation>本场直播报告</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Nothing has gone on air and nobody has signed up yet.</source>
        <translation>还没有岗位上墙，也没有人报名。</translation>
    </message>
    <message>
        <source>{day}: no card was on air, {count} people signed up.</source>
        <translation>{day}：没有岗位上墙，{count} 人报名。</translation>
    </message>
    <message>
        <source>{day}: {host} showed {cards} cards in {airings} airings, {time} on air; {count} sign-ups.</source>
        <translation>{day}，{host}讲了 {cards} 个岗位，上墙 {airings} 次共 {time}，带来 {count} 个报名。</translation>
    </message>
    <message>
        <source>{day}: {cards} cards in {airings} airings, {time} on air; {count} sign-ups.</source>
        <translation>{day}，{cards} 个岗位上墙 {airings} 次共 {time}，带来 {count} 个报名。</translation>
    </message>
    <message>
        <source>Which card should open the next show? Too few to tell: no card brought {least} sign-ups on air.</source>
        <translation>下一场用哪个岗位开场？样本太少，无法判断：没有岗位带来 {least} 个以上的报名。</translation>
    </message>
    <message>
        <source>Open the next show with &apos;{title}&apos;: {figures} sign-ups a minute; no other card had enough to compare.</source>
        <translation>下一场建议用「{title}」开场：每分钟 {figures} 个报名；其他岗位样本太少，无法比较。</translation>
    </message>
    <message>
        <source>Open the next show with &apos;{title}&apos;: {figures} sign-ups a minute on air, against {other} for &apos;{than}&apos;.</source>
        <translation>下一场建议用「{title}」开场：上墙每分钟 {figures} 个报名，第二名「{than}」为 {other}，差异可靠。</translation>
    </message>
    <message>
        <source>To open the next show: &apos;{title}&apos; brought most, {figures} sign-ups a minute, but &apos;{than}&apos; with {other} may be as good: too few to tell them apart.</source>
        <translation>下一场开场：「{title}」最高，每分钟 {figures} 个报名；但「{than}」为 {other}，样本太少，分不出高下。</translation>
    </message>
    <message>
        <source>{count} named another job than their card ({share})</source>
        <translation>{count} 个报名所选岗位与归因岗位不同（{share}）</translation>
    </message>
    <message>
        <source>{count} in the lag window</source>
        <translation>时窗内 {count} 个</translation>
    </message>
    <message>
        <source>{count} to no card</source>
        <translation>未归因 {count} 个</translation>
    </message>
    <message>
        <source>nothing to count</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>never on air</source>
        <translation>未上墙</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>样本太少，无法判断</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
</context>
<context>
    <name>ReviewDay</name>
    <message>
        <source>Sign-ups</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>on that day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>新约面试</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>当日面试</translation>
    </message>
    <message>
        <source>Started work</source>
        <translation>入职</translation>
    </message>
    <message>
        <source>Overdue now</source>
        <translation>目前逾期</translation>
    </message>
    <message>
        <source>to be called first</source>
        <translation>请优先联系</translation>
    </message>
    <message>
        <source>What the broadcasts of this day have brought until now</source>
        <translation>当日各场直播截至目前的成效</translation>
    </message>
    <message>
        <source>Nothing was broadcast on this day. As known at {time}.</source>
        <translation>当日没有直播。截至 {time}。</translation>
    </message>
    <message>
        <source>1 broadcast, {air} on air. As known at {time}.</source>
        <translation>1 场直播，上墙 {air}。截至 {time}。</translation>
    </message>
    <message>
        <source>{n} broadcasts, {air} on air. As known at {time}.</source>
        <translation>{n} 场直播，上墙 {air}。截至 {time}。</translation>
    </message>
    <message>
        <source>{came} came, {away} did not</source>
        <translation>到面 {came}，未到 {away}</translation>
    </message>
    <message>
        <source>Best card: too few sign-ups to tell.</source>
        <translation>最佳岗位卡：样本太少，无法判断。</translation>
    </message>
    <message>
        <source>Best card: &apos;{title}&apos; with {figures} sign-ups a minute.</source>
        <translation>最佳岗位卡：“{title}”，每分钟报名 {figures}。</translation>
    </message>
    <message>
        <source>Best card: &apos;{title}&apos; with {figures} sign-ups a minute, not surely better than &apos;{than}&apos;.</source>
        <translation>最佳岗位卡：“{title}”，每分钟报名 {figures}，与“{than}”差别不明显。</translation>
    </message>
</context>
<context>
    <name>ReviewGroup</name>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>By employer</source>
        <translation>按企业</translation>
    </message>
    <message>
        <source>By job named</source>
        <translation>按所选岗位</translation>
    </message>
    <message>
        <source>By host</source>
        <translation>按主播</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By city</source>
        <translation>按城市</translation>
    </message>
    <message>
        <source>By age group</source>
        <translation>按年龄段</translation>
    </message>
    <message>
        <source>By audience</source>
        <translation>按目标人群</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未填写</translation>
    </message>
</context>
<context>
    <name>ReviewHeader</name>
    <message>
        <source>Figures…</source>
        <translation>补充数据…</translation>
    </message>
    <message>
        <source>Type in viewers, views and costs</source>
        <translation>填写在线人数、总观看和成本</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>导出报告…</translation>
    </message>
    <message>
        <source>A report for the employer</source>
        <translation>给企业的报告</translation>
    </message>
    <message>
        <source>Reading the broadcast</source>
        <translation>正在读取本场</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>接通率</translation>
    </message>
    <message>
        <source>{n} called</source>
        <translation>已外呼 {n} 人</translation>
    </message>
    <message>
        <source>nobody called yet</source>
        <translation>还没有外呼</translation>
    </message>
    <message>
        <source>First call, median</source>
        <translation>首次外呼（中位）</translation>
    </message>
    <message>
        <source>at {time}, minute {n}</source>
        <translation>{time}，第 {n} 分钟</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>共 {total}</translation>
    </message>
    <message>
        <source>Sign-ups until then</source>
        <translation>至此报名</translation>
    </message>
    <message>
        <source>In this minute</source>
        <translation>当分钟报名</translation>
    </message>
    <message>
        <source>no card on air</source>
        <translation>无岗位上墙</translation>
    </message>
    <message>
        <source>By this card until then</source>
        <translation>本岗位至此报名</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>在线观看</translation>
    </message>
    <message>
        <source>Cards until then</source>
        <translation>至此讲过的岗位</translation>
    </message>
    <message>
        <source>{n} applied before</source>
        <translation>{n} 人此前报过名</translation>
    </message>
    <message>
        <source>{n} outside the broadcast</source>
        <translation>{n} 个在直播时段外</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>A minute, at its best</source>
        <translation>每分钟最高</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>sign-ups</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>no broadcast</source>
        <translation>没有直播</translation>
    </message>
    <message>
        <source>Broadcasts of no campaign</source>
        <translation>未归专场的直播</translation>
    </message>
    <message>
        <source>1 broadcast</source>
        <translation>1 场直播</translation>
    </message>
    <message>
        <source>{n} broadcasts</source>
        <translation>{n} 场直播</translation>
    </message>
    <message>
        <source>reached {n}</source>
        <translation>接通 {n}</translation>
    </message>
    <message>
        <source>came {n}</source>
        <translation>到面 {n}</translation>
    </message>
    <message>
        <source>hired {n}</source>
        <translation>入职 {n}</translation>
    </message>
</context>
<context>
    <name>ReviewStage</name>
    <message>
        <source>Signed up</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>约面</translation>
    </message>
    <message>
        <source>Interviewed</source>
        <translation>到面</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>入职</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>满 7 天</translation>
    </message>
    <message>
        <source>15 days</source>
        <translation>满 15 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>满 30 天</translation>
    </message>
</context>
<context>
    <name>ReviewTotals</name>
    <message>
        <source>Openings</source>
        <translation>招聘人数</translation>
    </message>
    <message>
        <source>All broadcasts together</source>
        <translation>全部直播合计</translation>
    </message>
    <message>
        <source>Broadcasts: {broadcasts} · employers: {employers} · jobs: {jobs}</source>
        <translation>{broadcasts} 场直播 · {employers} 家企业 · {jobs} 个岗位</translation>
    </message>
    <message>
        <source>{n} jobs state none</source>
        <translation>{n} 个岗位未填</translation>
    </message>
    <message>
        <source>Age band</source>
        <translation>年龄段</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>目标人群</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Openings there</source>
        <translation>当地招聘人数</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>RightsChange</name>
    <message>
        <source>Sees names and phones of applicants in full</source>
        <translation>可见应聘者完整的姓名和电话</translation>
    </message>
    <message>
        <source>Handles applicants: claims, calls, books</source>
        <translation>可处理应聘者：认领、打电话、预约面试</translation>
    </message>
    <message>
        <source>Runs broadcasts: lineup and cards on air</source>
        <translation>可负责直播：岗位单和上墙</translation>
    </message>
    <message>
        <source>Edits jobs</source>
        <translation>可编辑岗位</translation>
    </message>
    <message>
        <source>Manages accounts and devices, reads the audit log</source>
        <translation>可管理账号和设备，查看审计日志</translation>
    </message>
    <message>
        <source>Erases applicants for good</source>
        <translation>可彻底删除应聘者</translation>
    </message>
    <message>
        <source>Names and phones of applicants are masked, on every device</source>
        <translation>应聘者的姓名和电话将打码，所有设备都是</translation>
    </message>
    <message>
        <source>Handles applicants no more; notes and history go</source>
        <translation>不再处理应聘者，备注和历史不再可见</translation>
    </message>
    <message>
        <source>Runs no broadcasts any more</source>
        <translation>不再负责直播</translation>
    </message>
    <message>
        <source>Edits no jobs any more</source>
        <translation>不再编辑岗位</translation>
    </message>
    <message>
        <source>Manages no accounts and devices any more</source>
        <translation>不再管理账号和设备</translation>
    </message>
    <message>
        <source>Erases no applicants any more</source>
        <translation>不再能彻底删除应聘者</translation>
    </message>
    <message>
        <source>Gets the applicants and jobs of all organisations</source>
        <translation>得到全部单位的应聘者和岗位</translation>
    </message>
    <message>
        <source>Gets the applicants and jobs of {name}</source>
        <translation>得到{name}的应聘者和岗位</translation>
    </message>
    <message>
        <source>Loses everything but {names} at once, on every device</source>
        <translation>除{names}以外，所有设备立即失去其余数据</translation>
    </message>
    <message>
        <source>Loses all applicants of {name} at once, on every device</source>
        <translation>所有设备立即失去{name}的全部应聘者</translation>
    </message>
    <message>
        <source>Loses all rows of {name} at once, on every device</source>
        <translation>所有设备立即失去{name}的全部数据</translation>
    </message>
</context>
<context>
    <name>RightsDialog</name>
    <message>
        <source>Personal data of {name}</source>
        <translation>{name} 的个人信息</translation>
    </message>
    <message>
        <source>Save a receipt…</source>
        <translation>保存凭证…</translation>
    </message>
    <message>
        <source>Save all data…</source>
        <translation>保存全部信息…</translation>
    </message>
    <message>
        <source>Withdraw consent…</source>
        <translation>撤回同意…</translation>
    </message>
    <message>
        <source>Nobody may call or write any more, and all open steps end. This cannot be undone.</source>
        <translation>之后任何人不能再打电话或发短信，未完成的步骤全部结束。此操作不能撤销。</translation>
    </message>
    <message>
        <source>Yes, the consent is withdrawn</source>
        <translation>是，本人撤回同意</translation>
    </message>
    <message>
        <source>The hub is away. These need it; try again when it is back.</source>
        <translation>连不上服务端。这些操作需要服务端，请等恢复后再试。</translation>
    </message>
    <message>
        <source>Not known while the hub is away.</source>
        <translation>连不上服务端，暂时查不到。</translation>
    </message>
    <message>
        <source>Receipt of consent</source>
        <translation>同意凭证</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Corrected; it shows here as soon as the hub has sent it</source>
        <translation>已更正；服务端下发后在这里显示</translation>
    </message>
    <message>
        <source>Erased; it disappears from every desktop</source>
        <translation>已删除；会从每台电脑上消失</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>正在向服务端查询…</translation>
    </message>
    <message>
        <source>No consent is on record.</source>
        <translation>没有同意记录。</translation>
    </message>
    <message>
        <source>What was agreed to</source>
        <translation>同意了什么</translation>
    </message>
    <message>
        <source>Everything the hub holds about this person, for the person to keep (a JSON file).</source>
        <translation>服务端保存的此人全部信息，交给本人（JSON 文件）。</translation>
    </message>
    <message>
        <source>A copy of all data</source>
        <translation>全部信息副本</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Withdrawn already.</source>
        <translation>已经撤回。</translation>
    </message>
    <message>
        <source>The person does not want to be contacted.</source>
        <translation>本人不想再被联系。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Agreed {when}</source>
        <translation>{when} 同意</translation>
    </message>
    <message>
        <source>withdrawn {when}</source>
        <translation>{when} 撤回</translation>
    </message>
    <message>
        <source>text {version}</source>
        <translation>文本版本 {version}</translation>
    </message>
    <message>
        <source>The hub does not answer. Nothing was changed; try again later.</source>
        <translation>服务端没有回应。什么都没有改动，请稍后再试。</translation>
    </message>
</context>
<context>
    <name>RoleChoice</name>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Call a new applicant within</source>
        <translation>首次联系时限</translation>
    </message>
    <message>
        <source>After this the application is overdue and rises to the top.</source>
        <translation>超过后视为超时，应聘者升到列表顶部。</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Hand an overdue one on after</source>
        <translation>超时转出</translation>
    </message>
    <message>
        <source>So long overdue, an application is taken from whoever holds it, and others can call.</source>
        <translation>超时这么久仍未联系，应聘者会从认领人手中释放，别人可以联系。</translation>
    </message>
    <message>
        <source>Release a claim after</source>
        <translation>认领自动释放</translation>
    </message>
    <message>
        <source>Whoever claims an applicant and does nothing for so long no longer holds it.</source>
        <translation>认领后这么久没有任何操作，就不再归认领人。</translation>
    </message>
    <message>
        <source>Call again after</source>
        <translation>再次拨打间隔</translation>
    </message>
    <message>
        <source>When nobody answered. Several calls in an hour are a nuisance.</source>
        <translation>未接通时的间隔。一小时内连打多次会打扰对方。</translation>
    </message>
    <message>
        <source>Unreachable after</source>
        <translation>记为失联</translation>
    </message>
    <message>
        <source>So many calls in a row that nobody answered.</source>
        <translation>连续这么多次无人接听。</translation>
    </message>
    <message>
        <source> calls</source>
        <translation> 次</translation>
    </message>
    <message>
        <source>Follow up after</source>
        <translation>跟进间隔</translation>
    </message>
    <message>
        <source>When the applicant is to decide, did not come, or waits for the result of the interview.</source>
        <translation>应聘者考虑中、未到面或等面试结果时。</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>Erase after</source>
        <translation>到期删除</translation>
    </message>
    <message>
        <source>Counted from the last step of an application. The law asks for the shortest time that the purpose needs (PIPL 19).</source>
        <translation>从最后一步起算。法律要求保存期限为实现目的所必要的最短时间（个人信息保护法第 19 条）。</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Rules saved</source>
        <translation>规则已保存</translation>
    </message>
    <message>
        <source>New rules count for what happens from now on; what is due already stays as it is.</source>
        <translation>新规则从现在起生效；已经排定的待办不变。</translation>
    </message>
</context>
<context>
    <name>SavingDialog</name>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{file} is there already. Replace it?</source>
        <translation>已有 {file}，要替换吗？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Stopped; nothing was saved.</source>
        <translation>已停止，没有保存任何文件。</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>正在生成报告…</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>没有保存。</translation>
    </message>
</context>
<context>
    <name>ScopePicker</name>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>All, those to come included</source>
        <translation>全部，包括以后新增的</translation>
    </message>
    <message>
        <source>Search organisations</source>
        <translation>搜索单位</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Personal data and rights…</source>
        <translation>个人信息与权利…</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>话术模板</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>本人与同行</translation>
    </message>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Other jobs that fit</source>
        <translation>匹配岗位</translation>
    </message>
    <message>
        <source>Call again…</source>
        <translation>约时间再联系…</translation>
    </message>
    <message>
        <source>Wishes…</source>
        <translation>求职意向…</translation>
    </message>
    <message>
        <source>To be called again {when}</source>
        <translation>{when} 再联系</translation>
    </message>
    <message>
        <source>Looks for: {wishes}</source>
        <translation>意向：{wishes}</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Minute by minute</source>
        <translation>逐分钟</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Promise check</source>
        <translation>口播承诺核对</translation>
    </message>
</context>
<context>
    <name>SeekerMatch</name>
    <message>
        <source>Nothing known that fits: ask</source>
        <translation>暂不了解，请询问本人</translation>
    </message>
    <message>
        <source>applied for {pay} a month</source>
        <translation>报名的岗位 {pay}/月</translation>
    </message>
    <message>
        <source>wants {pay} a month</source>
        <translation>希望 {pay}/月</translation>
    </message>
    <message>
        <source>wants: {shift}</source>
        <translation>希望{shift}</translation>
    </message>
    <message>
        <source>needs lodging</source>
        <translation>需要住宿</translation>
    </message>
    <message>
        <source>needs board</source>
        <translation>需要包吃</translation>
    </message>
    <message>
        <source>can start on {day}</source>
        <translation>{day} 可到岗</translation>
    </message>
    <message>
        <source>{count} would fit, of {compared} who wait in reach</source>
        <translation>{count} 人合适，共比较了附近等待中的 {compared} 人</translation>
    </message>
    <message>
        <source>{count} would fit, of the {compared} nearest and newest who wait; there are more</source>
        <translation>{count} 人合适，只比较了最近、最新的 {compared} 人，等待的不止这些</translation>
    </message>
</context>
<context>
    <name>SeekersHead</name>
    <message>
        <source>Jobs</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Back to the jobs</source>
        <translation>返回岗位</translation>
    </message>
    <message>
        <source>Search these applicants  ( / )</source>
        <translation>搜索这些应聘者  ( / )</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Names are hidden while you are on air.</source>
        <translation>直播期间隐藏姓名。</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Applicants who would fit</source>
        <translation>合适的应聘者</translation>
    </message>
</context>
<context>
    <name>SeekersPane</name>
    <message>
        <source>Sex, ethnicity, marriage, health and origin never count; of the age only what the law demands.</source>
        <translation>性别、民族、婚育、健康、户籍一概不算；年龄只看法律要求。</translation>
    </message>
    <message>
        <source>Move here…</source>
        <translation>转到这里…</translation>
    </message>
    <message>
        <source>Move this applicant to the job; another employer needs the person&apos;s consent</source>
        <translation>把这位应聘者转到此岗位；换企业须征得本人同意</translation>
    </message>
    <message>
        <source>Open applicant</source>
        <translation>打开应聘者</translation>
    </message>
    <message>
        <source>History, calling and the next step, on the applicants page</source>
        <translation>在应聘者页面查看记录、拨打电话、办理下一步</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>读取失败</translation>
    </message>
    <message>
        <source>Go back to the jobs and try again.</source>
        <translation>请返回岗位后重试。</translation>
    </message>
    <message>
        <source>Looking for applicants who would fit…</source>
        <translation>正在查找合适的应聘者…</translation>
    </message>
    <message>
        <source>None of them matches</source>
        <translation>没有符合条件的人</translation>
    </message>
    <message>
        <source>Try fewer words, or any status.</source>
        <translation>请减少关键词，或选择全部状态。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>This job takes nobody now</source>
        <translation>这个岗位现在不收人</translation>
    </message>
    <message>
        <source>It is paused, full, or its offer is over. Change that on the jobs page first.</source>
        <translation>岗位已暂停、已招满或已过期，请先在岗位页面更改。</translation>
    </message>
    <message>
        <source>Nobody who waits would fit</source>
        <translation>没有合适的等待者</translation>
    </message>
    <message>
        <source>Applicants to other jobs who wait in this city or province would be here, unless they applied for this job, too, or have an interview or a place already.</source>
        <translation>报名了其他岗位、在本市或本省等待的人会列在这里；已报名这个岗位、已约面试或已有着落的除外。</translation>
    </message>
    <message>
        <source>{name} moved to {job}</source>
        <translation>{name} 已转到 {job}</translation>
    </message>
</context>
<context>
    <name>SeekersTable</name>
    <message>
        <source>Of 100. What nobody said counts half; who waits longer comes first among equals.</source>
        <translation>满分 100。没有说明的条件算一半；分数相同，等得久的在前。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Applied for</source>
        <translation>报名岗位</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄段</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>报名时间</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>SeekersView</name>
    <message>
        <source>Applicants who would fit</source>
        <translation>合适的应聘者</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
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
    <name>SheetFiles</name>
    <message>
        <source>Choose a spreadsheet</source>
        <translation>选择表格</translation>
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
</context>
<context>
    <name>SheetImport</name>
    <message>
        <source>Another file…</source>
        <translation>换个文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Not saved: {error}</source>
        <translation>没有保存：{error}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>Nothing to remark</source>
        <translation>没有问题</translation>
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
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>SheetRows</name>
    <message>
        <source>{sheet} · row {row}</source>
        <translation>{sheet} · 第 {row} 行</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message>
        <source>Day shift</source>
        <translation>长白班</translation>
    </message>
    <message>
        <source>Night shift</source>
        <translation>夜班</translation>
    </message>
    <message>
        <source>Rotating shifts</source>
        <translation>两班倒</translation>
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
        <source>Applicants</source>
        <translation>应聘者</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>面试</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Outcome {number} of those beside the applicant</source>
        <translation>选择应聘者右侧的第 {number} 个结果</translation>
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
        <source>Show who would fit the selected job</source>
        <translation>查看适合所选岗位的应聘者</translation>
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
        <source>Next applicant</source>
        <translation>下一位应聘者</translation>
    </message>
    <message>
        <source>Applicant before</source>
        <translation>上一位应聘者</translation>
    </message>
    <message>
        <source>Call the applicant</source>
        <translation>拨打电话</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Book an interview</source>
        <translation>预约面试</translation>
    </message>
    <message>
        <source>Claim the applicant</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Hand the applicant over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Show the phone number</source>
        <translation>显示手机号</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>复制手机号</translation>
    </message>
    <message>
        <source>Take the last step back, with a reason</source>
        <translation>撤销上一步（需填原因）</translation>
    </message>
    <message>
        <source>Select the applicant beside others</source>
        <translation>加入或移出多选</translation>
    </message>
    <message>
        <source>Select everybody listed</source>
        <translation>选中列表中的所有人</translation>
    </message>
    <message>
        <source>Change the status of those selected</source>
        <translation>更改选中者的状态</translation>
    </message>
    <message>
        <source>Search the applicants</source>
        <translation>搜索应聘者</translation>
    </message>
    <message>
        <source>Filter the applicants</source>
        <translation>筛选应聘者</translation>
    </message>
    <message>
        <source>End the selection, then clear search and filters</source>
        <translation>结束多选；再按一次清除搜索和筛选</translation>
    </message>
    <message>
        <source>Next saved view</source>
        <translation>下一个视图</translation>
    </message>
    <message>
        <source>Saved view before</source>
        <translation>上一个视图</translation>
    </message>
    <message>
        <source>Export what is listed</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Import leads of a platform</source>
        <translation>导入平台线索</translation>
    </message>
    <message>
        <source>Interview slots</source>
        <translation>面试时段</translation>
    </message>
    <message>
        <source>Arrivals and first days of today</source>
        <translation>今天到面与入职</translation>
    </message>
    <message>
        <source>Who is still at work</source>
        <translation>在职回访</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>下一个人</translation>
    </message>
    <message>
        <source>Person before</source>
        <translation>上一个人</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>搜索人员</translation>
    </message>
    <message>
        <source>New slot</source>
        <translation>新建时段</translation>
    </message>
    <message>
        <source>Edit the slot</source>
        <translation>编辑时段</translation>
    </message>
    <message>
        <source>Copy the slot to the next days</source>
        <translation>把时段复制到后几天</translation>
    </message>
    <message>
        <source>Close the slot, or open it again</source>
        <translation>关闭或重新开放时段</translation>
    </message>
    <message>
        <source>Came to the interview</source>
        <translation>已到面</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Started work</source>
        <translation>已入职</translation>
    </message>
    <message>
        <source>Declined to start</source>
        <translation>放弃入职</translation>
    </message>
    <message>
        <source>Still at work</source>
        <translation>仍在职</translation>
    </message>
    <message>
        <source>Left the job</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>Reminder given</source>
        <translation>已提醒</translation>
    </message>
    <message>
        <source>Move to another slot</source>
        <translation>改到其他时段</translation>
    </message>
    <message>
        <source>Print the check-in list</source>
        <translation>打印签到表</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Minute by minute</source>
        <translation>逐分钟</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Promise check</source>
        <translation>口播承诺核对</translation>
    </message>
    <message>
        <source>To the timeline</source>
        <translation>到时间线</translation>
    </message>
    <message>
        <source>Back to the whole broadcast</source>
        <translation>回到整场</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>保存图表图片</translation>
    </message>
    <message>
        <source>Type in viewers and costs</source>
        <translation>补充数据</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Make an invitation code</source>
        <translation>生成邀请码</translation>
    </message>
    <message>
        <source>Disable or enable the account</source>
        <translation>停用或启用账号</translation>
    </message>
    <message>
        <source>Search accounts</source>
        <translation>搜索账号</translation>
    </message>
    <message>
        <source>Ask the hub again</source>
        <translation>重新向服务端查询</translation>
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
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Broadcasts</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Daily digest</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>Campaign totals</source>
        <translation>专场汇总</translation>
    </message>
    <message>
        <source>Search, or choose a day</source>
        <translation>搜索或选择日期</translation>
    </message>
    <message>
        <source>Next in the list</source>
        <translation>列表下一项</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Copy the chart, or totals as text</source>
        <translation>复制图表，或把汇总复制为文字</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Try to reach the hub now</source>
        <translation>立即重连服务端</translation>
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
    <name>Side</name>
    <message>
        <source>Broadcasts</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>专场</translation>
    </message>
    <message>
        <source>What is reviewed</source>
        <translation>复盘对象</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
</context>
<context>
    <name>SignInBar</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>The hub has signed this computer out: the device was revoked, the account disabled, or the sign-in is too old.</source>
        <translation>服务端已让本机退出登录：设备被移除、账号被停用，或登录已过期。</translation>
    </message>
    <message>
        <source>An administrator has signed this computer out. What it kept of jobs and applicants has been removed.</source>
        <translation>管理员已让这台电脑退出登录，这里缓存的岗位和应聘者信息已经清除。</translation>
    </message>
    <message>
        <source>{count} actions wait here and are sent after the next sign-in.</source>
        <translation>还有 {count} 项操作保留在本机，重新登录后发送。</translation>
    </message>
</context>
<context>
    <name>SlotCopyDialog</name>
    <message>
        <source>Copy to the next days</source>
        <translation>复制到后面几天</translation>
    </message>
    <message>
        <source>Only this slot: {span}</source>
        <translation>仅此时段：{span}</translation>
    </message>
    <message>
        <source>All {count} slots of that day</source>
        <translation>当天全部 {count} 个时段</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>For the next</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>On</source>
        <translation>限于</translation>
    </message>
    <message>
        <source>The last one is {day}. All are empty and open.</source>
        <translation>最后一个在 {day}，均为空且开放。</translation>
    </message>
    <message>
        <source>Nothing to make on these days.</source>
        <translation>这些天没有要新建的时段。</translation>
    </message>
    <message>
        <source>{count} are there already and are left out.</source>
        <translation>已有 {count} 个，跳过。</translation>
    </message>
    <message>
        <source>{count} need a place that is taken at that time.</source>
        <translation>其中 {count} 个的地点在该时间已被占用。</translation>
    </message>
    <message>
        <source>Make {count} slots</source>
        <translation>新建 {count} 个时段</translation>
    </message>
</context>
<context>
    <name>SlotEditor</name>
    <message>
        <source>New slot</source>
        <translation>新建时段</translation>
    </message>
    <message>
        <source>Edit slot</source>
        <translation>编辑时段</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Where applicants report, with gate and floor</source>
        <translation>应聘者报到的地点，写明几号门、几楼</translation>
    </message>
    <message>
        <source>Only for colleagues, such as who interviews</source>
        <translation>仅同事可见，例如由谁面试</translation>
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
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>名额</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Who is booked was told this; move them to another slot first.</source>
        <translation>已约的人是按此通知的；请先把他们改约到其他时段。</translation>
    </message>
    <message>
        <source>Any job</source>
        <translation>不限岗位</translation>
    </message>
    <message>
        <source>There is no employer yet: add a job first.</source>
        <translation>还没有企业：请先添加岗位。</translation>
    </message>
    <message>
        <source>This time is over.</source>
        <translation>这个时间已经过去。</translation>
    </message>
    <message>
        <source>The same place is taken at that time: {slots}</source>
        <translation>同一地点在该时间已有安排：{slots}</translation>
    </message>
    <message>
        <source>{count} are booked: day, time and job stay as they were told.</source>
        <translation>已约 {count} 人：日期、时间和岗位保持不变。</translation>
    </message>
</context>
<context>
    <name>SlotList</name>
    <message>
        <source>Interview slots</source>
        <translation>面试时段</translation>
    </message>
</context>
<context>
    <name>Slots</name>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已过去</translation>
    </message>
    <message>
        <source>Any job</source>
        <translation>不限岗位</translation>
    </message>
    <message>
        <source>{booked} of {capacity} places booked</source>
        <translation>已约 {booked}/{capacity}</translation>
    </message>
    <message>
        <source>another slot needs this place at the same time</source>
        <translation>同一时间同一地点还有另一个时段</translation>
    </message>
</context>
<context>
    <name>SlotsSection</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No interview slots yet</source>
        <translation>还没有面试时段</translation>
    </message>
    <message>
        <source>A slot is a time and a place with so many seats. Applicants are booked into it with one key.</source>
        <translation>时段就是时间、地点和名额。应聘者按一个键就能约进来。</translation>
    </message>
    <message>
        <source>New slot</source>
        <translation>新建时段</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新开放</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭时段</translation>
    </message>
    <message>
        <source>No slot chosen</source>
        <translation>未选择时段</translation>
    </message>
    <message>
        <source>Choose a slot</source>
        <translation>请选择时段</translation>
    </message>
    <message>
        <source>Who is booked in it stands here.</source>
        <translation>已约的人列在这里。</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>{left} free</source>
        <translation>剩 {left} 个名额</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已约满</translation>
    </message>
    <message>
        <source>Nobody is booked in this slot yet</source>
        <translation>这个时段还没有人预约</translation>
    </message>
    <message>
        <source>Book applicants on their page with B; they appear here at once.</source>
        <translation>在“应聘者”页按 B 预约，会立即出现在这里。</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>{count} are booked in this slot. Move them to another one first, or close it for others.</source>
        <translation>这个时段已约 {count} 人。请先把他们改约到其他时段，或关闭时段不再接受预约。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Close the slot</source>
        <translation>关闭时段</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Slots made: {count}</source>
        <translation>已新建 {count} 个时段</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Edit the slot</source>
        <translation>编辑时段</translation>
    </message>
    <message>
        <source>Copy to the next days</source>
        <translation>复制到后面几天</translation>
    </message>
    <message>
        <source>Take no more people, or again</source>
        <translation>关闭或重新开放预约</translation>
    </message>
    <message>
        <source>Remove the slot</source>
        <translation>删除时段</translation>
    </message>
</context>
<context>
    <name>SmallMultiples</name>
    <message>
        <source>Minute by minute</source>
        <translation>逐分钟</translation>
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
    <name>StepBar</name>
    <message>
        <source>Reminded</source>
        <translation>已提醒</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>看电话</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改约</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Not possible now: the state is “{state}”</source>
        <translation>现在不行：状态是“{state}”</translation>
    </message>
    <message>
        <source>There is no step to undo</source>
        <translation>没有可撤销的步骤</translation>
    </message>
    <message>
        <source>{name}: from “{now}” back to “{before}”</source>
        <translation>{name}：从“{now}”退回“{before}”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>This is yours already</source>
        <translation>已经由您负责</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Take over from {name}</source>
        <translation>从 {name} 接手</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Handed over to {name}</source>
        <translation>已转交给 {name}</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已接手</translation>
    </message>
    <message>
        <source>Interview booked</source>
        <translation>已约面试</translation>
    </message>
    <message>
        <source>Back to “{state}”</source>
        <translation>退回“{state}”</translation>
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
    <name>TeamPage</name>
    <message>
        <source>Search accounts  ( / )</source>
        <translation>搜索账号  ( / )</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Sections of the team&apos;s page</source>
        <translation>团队页的分区</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
</context>
<context>
    <name>TemplateBox</name>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>短信内容</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制短信</translation>
    </message>
    <message>
        <source>Still missing: {what}</source>
        <translation>还缺：{what}</translation>
    </message>
    <message>
        <source>Not known: {what}</source>
        <translation>无法填写：{what}</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>What it is for, such as: invitation</source>
        <translation>用途，例如：面试邀请</translation>
    </message>
    <message>
        <source>The message; buttons below put in what differs for each applicant</source>
        <translation>正文；点下方按钮插入因人而异的内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>As an invented applicant would read it</source>
        <translation>预览（虚构的应聘者）</translation>
    </message>
    <message>
        <source>{letters} characters, {messages} text messages</source>
        <translation>{letters} 字，{messages} 条短信</translation>
    </message>
    <message>
        <source>not known for this job: {missing}</source>
        <translation>该岗位未填：{missing}</translation>
    </message>
    <message>
        <source>There is no such placeholder: {unknown}</source>
        <translation>没有这个占位符：{unknown}</translation>
    </message>
    <message>
        <source>The message is too long: {count} of {most} characters</source>
        <translation>正文过长：{count}/{most} 字</translation>
    </message>
    <message>
        <source>Give it a title.</source>
        <translation>请填写标题。</translation>
    </message>
    <message>
        <source>Write the message.</source>
        <translation>请填写正文。</translation>
    </message>
</context>
<context>
    <name>TemplatesSection</name>
    <message>
        <source>Message templates</source>
        <translation>话术模板</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
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
        <source>New message</source>
        <translation>新模板</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>已保存：{title}</translation>
    </message>
    <message>
        <source>Removed: {title}</source>
        <translation>已删除：{title}</translation>
    </message>
    <message>
        <source>Moved: {title}</source>
        <translation>已移动：{title}</translation>
    </message>
    <message>
        <source>  (comes with the program)</source>
        <translation>（内置）</translation>
    </message>
    <message>
        <source>First words again</source>
        <translation>恢复内置内容</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{span} overdue</source>
        <translation>已超时 {span}</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>还有 {span}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>{month}/{day}</source>
        <translation>{month}月{day}日</translation>
    </message>
</context>
<context>
    <name>TogetherBar</name>
    <message>
        <source>Do it for them too</source>
        <translation>一起办理</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不用</translation>
    </message>
    <message>
        <source>{names} came along and is at the same point. “{what}” for them too?</source>
        <translation>也为同行的 {names} 办理“{what}”？</translation>
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
        <source>How far HR is behind</source>
        <translation>HR 的跟进进度</translation>
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
        <source>HR to call {0}</source>
        <translation>HR 待联系 {0}</translation>
    </message>
    <message>
        <source>HR to call {0}, overdue {1}</source>
        <translation>HR 待联系 {0} · 超时 {1}</translation>
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
    <name>TotalsDialog</name>
    <message>
        <source>PDF, to hand over or print</source>
        <translation>PDF，可交付或打印</translation>
    </message>
    <message>
        <source>Spreadsheet with all figures</source>
        <translation>含全部数字的表格</translation>
    </message>
    <message>
        <source>Both, side by side</source>
        <translation>两者都要，放在一起</translation>
    </message>
    <message>
        <source>Totals only: no names, no phones.</source>
        <translation>只有合计，不含姓名和电话。</translation>
    </message>
</context>
<context>
    <name>TotalsMode</name>
    <message>
        <source>Copied as text</source>
        <translation>已复制为文字</translation>
    </message>
</context>
<context>
    <name>TotalsTable</name>
    <message>
        <source>Sign-ups</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重复</translation>
    </message>
</context>
<context>
    <name>TotalsView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as text, for a chat</source>
        <translation>复制为文字，可发到群里</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save as PDF or spreadsheet</source>
        <translation>保存为 PDF 或表格</translation>
    </message>
    <message>
        <source>No broadcast</source>
        <translation>没有直播</translation>
    </message>
    <message>
        <source>What was done on this day about earlier broadcasts is in the numbers above.</source>
        <translation>当日针对此前直播所做的工作，见上方数字。</translation>
    </message>
    <message>
        <source>Counting was stopped</source>
        <translation>已停止统计</translation>
    </message>
    <message>
        <source>Everything is on this computer; nothing was lost.</source>
        <translation>数据都在本机，没有丢失。</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
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
    <name>ViewsList</name>
    <message>
        <source>Saved views</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>{done} of {total} applications</source>
        <translation>{done} / {total} 条报名</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>The hub has signed this computer out. What you did and has not been sent waits here for you.</source>
        <translation>服务端已让本机退出登录。您做过但还没发送的操作都保留在本机。</translation>
    </message>
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
        <source>Work with your team. It takes the hub&apos;s address and a code or a password.</source>
        <translation>与团队一起工作。需要服务端地址，以及邀请码或密码。</translation>
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
    <name>Who</name>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>can start {day}</source>
        <translation>{day} 可到岗</translation>
    </message>
    <message>
        <source>aged {band}</source>
        <translation>{band} 岁</translation>
    </message>
    <message>
        <source>{names} is looking at this</source>
        <translation>{names} 正在查看</translation>
    </message>
    <message>
        <source>{names} are looking at this</source>
        <translation>{names} 正在查看</translation>
    </message>
    <message>
        <source>Interview {when}</source>
        <translation>面试 {when}</translation>
    </message>
    <message>
        <source>Nobody has claimed this</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>You are working on this</source>
        <translation>我正在处理</translation>
    </message>
    <message>
        <source>{name} is working on this</source>
        <translation>{name} 正在处理</translation>
    </message>
    <message>
        <source>{name} had this; nothing was done for a while</source>
        <translation>{name} 认领过，一段时间没有动作</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接手…</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>from ¥ {yuan}</source>
        <translation>¥ {yuan} 起</translation>
    </message>
    <message>
        <source>with lodging</source>
        <translation>要住宿</translation>
    </message>
    <message>
        <source>no lodging needed</source>
        <translation>不用住宿</translation>
    </message>
    <message>
        <source>with board</source>
        <translation>要包餐</translation>
    </message>
    <message>
        <source>no board needed</source>
        <translation>不用包餐</translation>
    </message>
</context>
<context>
    <name>WishesDialog</name>
    <message>
        <source>Remember</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>没说</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>At least ¥ a month</source>
        <translation>每月至少 ¥</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Lodging</source>
        <translation>住宿</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>餐饮</translation>
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
    <name>_MatchRow</name>
    <message>
        <source>Move here…</source>
        <translation>转到这里…</translation>
    </message>
    <message>
        <source>Look at the job</source>
        <translation>看岗位</translation>
    </message>
</context>
<context>
    <name>_NameBox</name>
    <message>
        <source>Leave OBS as it is</source>
        <translation>不改动 OBS</translation>
    </message>
</context>
<context>
    <name>_Sure</name>
    <message>
        <source>No</source>
        <translation>不</translation>
    </message>
</context>
</TS>
