package pronto.tickets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.runtime.Spelling;
