# One's own account: the devices that are signed in, and the password.
account-title = Your account
account-enter = Sign in to see your account.
account-roles = What you do here
account-role = { $role }, { $organisation }
account-data = Download your data
account-data-more = What this site holds about you.

account-devices = Where you are signed in
account-devices-lead = { $count ->
    [one] This session is the only one.
   *[other] { $count } sessions are open. End what you do not recognise, then change your password.
}
account-devices-lead-link = { $count ->
    [one] This session is the only one.
   *[other] { $count } sessions are open. End what you do not recognise.
}
account-devices-lead-case = { $count ->
    [one] It is the only session of this case. Others of your account are not shown here.
   *[other] { $count } sessions of this case are open. Others of your account are not shown here.
}
account-devices-all = Show all { $count }
account-device = { $browser } on { $system }
account-device-program = A program
account-device-here = This device
account-device-used = Last used { $at }
account-device-since = Signed in { $at }
account-device-address = From { $address }
account-device-case = Opened with the link of one case: it leads to that case alone
account-device-end = Sign out
account-device-end-name = Sign out { $device }, signed in { $at }
account-device-ended = Signed out: { $device }.
account-others-end = Sign out everywhere else
account-others-ended = This session is the only one now.
account-others-ended-case = Of this case only this session is left.
account-ending = Signing out…

account-password = Password
account-password-none = You sign in with a link that is mailed to you each time. There is no password.
account-password-first = You sign in with a link that is mailed to you each time. Once you have a password, you sign in with it and no longer by link.
account-password-choose = Mail me a link to choose one
account-password-mailed = The link is on its way to { $email }. It works for two hours.
account-password-lead = A new one signs you out everywhere else.
account-password-present = Present password
account-password-new = New password
account-password-hint = Four unrelated words or more, or what a program made.
account-password-missing = Type the present password
account-password-new-missing = Type the new password
account-password-go = Change the password
account-password-changed = Your password was changed. You were signed out everywhere else, and an e-mail tells you so.

password-title = Choose a new password
password-lead = Type the e-mail address of your account. We mail you a link to choose a new password.
password-go = Mail me the link
password-sent = If this address belongs to an account with a password, the link is on its way; look in the spam folder too. It works for two hours. A link that was asked for less than five minutes ago is not sent again. If you sign in without a password, you get a link to sign in.
password-chosen-lead = You will be signed in here, and signed out everywhere else.
password-choose = Save and sign in
password-used = This link was used
password-expired = This link has expired
password-gone = Ask for another one: a link works once, for two hours, and a new password ends it.
password-again = Ask for another link
