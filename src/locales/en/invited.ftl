# A company's invitation, as the consumer sees it
invited-subject = Subject
invited-subject-trade = Something you bought or a service: { $trade }
invited-meeting = First conversation
invited-meeting-place = On this page, in writing, since { $day }
invited-order = order { $order }
invited-told = What the company told
invited-not-me = This is not me
invited-step = Step { $nth } of 2
invited-confirm-title = Confirm that it is you
invited-confirm-lead = Only so that nobody comes in your place. Then you read what the company told.
invited-confirm-go = Confirm
invited-confirm-fault = Fill in what is asked for.
invited-confirm-wrong = This is not what the company has. { $left ->
    [one] 1 try is left.
   *[other] { $left } tries are left.
}
invited-proof-order_number = Number of the order, contract or invoice
invited-proof-order_number-hint = With letters and digits. Points and dashes do not count.
invited-proof-identifier_start = The first 3 digits of your tax number
invited-proof-identifier_start-hint = Only the first three. In Brazil, of your CPF.
invited-proof-phone_end = The last 4 digits of your telephone
invited-proof-phone_end-hint = The number that you gave the company.
invited-proof-postal_code = Your postal code
invited-proof-postal_code-hint = Of the address that you gave the company.
invited-join-title = What is left to say
invited-join-lead = The company already told the rest: you need not repeat it.
invited-own = Do you want to tell it in your own words?
invited-own-hint = If something in the company's account was not so, write it here.
invited-amount-hint = How much is at stake, if you know.
invited-disown-title = Is this invitation not for you?
invited-disown-lead = We tell the company { $company } that the address was wrong. It learns nothing else.
invited-disown-go = This is not me
invited-disown-back = Go back: the invitation is for me
invited-disowned-title = Thank you for telling us
invited-disowned = The company learns that the address was wrong, and nothing else. You get no more e-mails of this case. You can close this page.
invited-over-title = This invitation has ended
invited-over-lapsed = The time to answer ended on { $day }. Without an answer the invitation counts as refused. None of your rights changed.
invited-over-closed = This case was closed, and there is nothing left to answer.
invited-address = Get the notices at another e-mail
invited-address-hint = The company neither sees nor changes your e-mail.
invited-address-go = Change the e-mail
invited-address-sent = We sent a link to { $email }. When you open it, the notices go there.
