# A company's invitation, as the consumer sees it
invited-subject = Subject
invited-subject-trade = Something you bought or a service: { $trade }
invited-meeting = First conversation
invited-meeting-place = On this page, in writing, since { $day }
invited-order = order { $order }
invited-told = What the company says
invited-not-me = This is not me
invited-step = Step { $nth } of 2
invited-confirm-title = Confirm that it is you
invited-confirm-lead = Only so that nobody takes your place. Then you can read what the company says.
invited-confirm-go = Confirm
invited-confirm-fault = Fill in what is asked for.
invited-confirm-wrong = This does not match what the company has. { $left ->
    [one] 1 attempt left.
   *[other] { $left } attempts left.
}
invited-proof-order_number = Number of the order, contract or invoice
invited-proof-order_number-hint = With letters and digits. Dots and dashes do not count.
invited-proof-identifier_start = The first 3 digits of your tax number
invited-proof-identifier_start-hint = Only the first three. In Brazil this is the CPF.
invited-proof-phone_end = The last 4 digits of your telephone
invited-proof-phone_end-hint = The number that you gave the company.
invited-proof-postal_code = Your postal code
invited-proof-postal_code-hint = Of the address that you gave the company.
invited-join-title = What is left to say
invited-join-lead = The company already told the rest: you need not repeat it.
invited-own = Do you want to tell it in your own words?
invited-own-hint = If something in the company's account is wrong, write it here.
invited-amount-hint = How much is at stake, if you know.
invited-disown-title = Is this invitation not for you?
invited-disown-lead = We tell { $company } that the address was wrong. It learns nothing else.
invited-disown-go = This is not me
invited-disown-back = Go back: the invitation is for me
invited-disowned-title = Thank you for telling us
invited-disowned = The company learns that the address was wrong, and nothing else. You will get no more e-mails about this case. You can close this page.
invited-over-title = This invitation has ended
invited-over-lapsed = The time to answer ended on { $day }. Without an answer the invitation counts as refused. None of your rights changed.
invited-over-closed = This case was closed, and there is nothing left to answer.
invited-address = Receive notices at another e-mail address
invited-address-hint = The company can neither see nor change your e-mail address.
invited-address-go = Change e-mail address
invited-address-sent = We sent a link to { $email }. When you open it, the notices will go there.
