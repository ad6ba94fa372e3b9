<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Take {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit job {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit employer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit broadcast {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit an application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the lineup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Air</name>
    <message>
        <source>No card is next: cue one with Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored: less than a second after the last take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is no longer available. Choose another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken, the air is unchanged: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not cleared, the card is still on air: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApplicationTable</name>
    <message>
        <source>This person applied before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BroadcastDialog</name>
    <message>
        <source>Edit broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed, for example the session&apos;s name and number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a title first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Somebody else changed this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both of you changed the fields below. Choose what to keep; other changes are merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>No jobs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the spreadsheet that you were sent: drag it here, or choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a spreadsheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did before is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working; if it happens again, copy the details and send them to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This no longer exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step is not possible now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invitation code is wrong, used or expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts; wait a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on working; what you do is sent when it answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the hub&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub asks you to sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you see stays; new changes wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a new invitation code and connect again in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program and the hub have different versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are not exchanged until both fit; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub did not accept this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the details, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full or cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last action was not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A local file was damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was set aside and is being filled again from the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the program open until it says that it is synced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the local file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other windows of this program, then do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SQLite library on this computer can damage data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program does not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the sqlcipher3 package that this program asks for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedFilters</name>
    <message>
        <source>Search name, phone, city, job   /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All broadcasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedPane</name>
    <message>
        <source>{0} applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} this minute · {1} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications per minute, last {0} min; most {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ {0} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another word, or widen the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They appear here within a second after a viewer signs up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedView</name>
    <message>
        <source>Live feed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubAddress</name>
    <message>
        <source>This is not an address such as https://hub.example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use https:// so that nobody can listen in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportChoice</name>
    <message>
        <source>Drop a spreadsheet here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel or CSV. You see what each row becomes before anything is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {count} jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was recorded before stays; the rest can be imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {new} new, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was not saved: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report saved: {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to remark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board, bed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couples&apos; room</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobDetail</name>
    <message>
        <source>The card on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} jobs selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a job to see its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobEditor</name>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job has unsaved changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some fields need a look: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobFields</name>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number, such as 6000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount, such as 21.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than the lower end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date such as 2026-09-30, or 长期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days and yuan, such as 30天 1500元；60天 800元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employer *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job title *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employment type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly from (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly up to (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base pay a month (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hourly (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piece rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place and hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board, lodging, benefits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lodging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms for couples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements and interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talking points for the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, seen by staff only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPicker</name>
    <message>
        <source>Add jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, employer, place or benefit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ choose   ·   Enter adds   ·   Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make or import them in the job library first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>Employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Search jobs  ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words, or another place or benefit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs imported: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived: {jobs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineupEdits</name>
    <message>
        <source>That card is no longer in the lineup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lineup is unchanged: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineupList</name>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineupPane</name>
    <message>
        <source>Add jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lineup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lineup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with a broadcast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add jobs from the library, in the order you want to show them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cards · {1} of {2} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cue as next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned minutes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long should this card be on air?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineupView</name>
    <message>
        <source>Lineup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>The broadcast was not saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookChoice</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnAirPane</name>
    <message>
        <source>◀ Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {0} {1} · {2} · {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No broadcast yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A broadcast holds the lineup of one live stream and the applications it brings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the jobs of this broadcast first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the lineup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every card was shown. Choose one and press Enter to cue it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pay</name>
    <message>
        <source>¥ {0} / month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¥ {0} / hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¥ {0} base / month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base ¥ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>piece rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payday {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d ¥ {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusalsDialog</name>
    <message>
        <source>Refused by the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These actions were not carried out. What you see is what the hub has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Connect to a hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out or change hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} actions wait to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing; everything has been sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub asks you to sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program and the hub have different versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the welcome again, to choose another hub? What is on this computer stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} actions have not been sent yet; they wait until you come back to this hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another hub</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>On air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take: put the next card on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear: take the card off air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the selected card the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the card before or after it the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add jobs to the lineup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the card, or take it in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the card from the lineup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo and redo lineup edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the selected job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the selected job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive the selected jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last archiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live, jobs, settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This overview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>{0} to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced {0} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up {0} / {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the app to sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tally</name>
    <message>
        <source>STANDBY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On air for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} applied ({1} this min)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions that the hub refused: read why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New broadcast…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this broadcast…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to KZG Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lineup, on-air card and live applications on one desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start right away. Everything stays on this computer; you can connect to a hub later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work with your team. You need the hub&apos;s address and an invitation code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the code that you were given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ChoiceDelegate</name>
    <message>
        <source>✓ in lineup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>detail</name>
    <message>
        <source>Employment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>strip</name>
    <message>
        <source>○ Off air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Live {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {0} ({1} min)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
