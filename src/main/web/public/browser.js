/* oxlint-disable no-var -- the browsers this is for know nothing else */
// Runs before everything else, in words that the oldest browsers know: whoever cannot show the pages is told what can.
(function () {
  var agent = navigator.userAgent;
  var chrome = /Chrom(?:e|ium)\/(\d+)/.exec(agent);
  var firefox = /Firefox\/(\d+)/.exec(agent);
  var safari = /Version\/(\d+)[\d.]* .*Safari\//.exec(agent);
  var old = chrome ? Number(chrome[1]) < 89 : firefox ? Number(firefox[1]) < 90 : safari ? Number(safari[1]) < 15 : !window.CSS || !('noModule' in document.createElement('script'));
  if (!old) return;
  var english = !/^zh/i.test(navigator.language || navigator.userLanguage || 'zh');
  var say = function (zh, en) { return english ? en : zh; };
  var tell = function () {
    var page = document.getElementById('root') || document.body;
    page.innerHTML = '<div style="max-width:560px;margin:80px auto;padding:0 16px;font:16px/28px \'Microsoft YaHei\',sans-serif;color:#1f1f1f">' +
      '<h1 style="font-size:22px;color:#1554ad">' + say('这个浏览器太旧，打不开本系统', 'This browser is too old for these pages') + '</h1><p>' +
      say('请换用下面任意一种，然后打开同一个网址：', 'Please open the same address with one of these:') + '</p><ul>' +
      '<li>' + say('360安全浏览器 14 或 360极速浏览器 X 以上，切换到“极速模式”', '360 Secure Browser 14 or 360 Extreme Browser X, in “Extreme” mode') + '</li>' +
      '<li>' + say('Microsoft Edge 89 以上', 'Microsoft Edge 89 or newer') + '</li>' +
      '<li>' + say('谷歌浏览器 Chrome 89 以上', 'Google Chrome 89 or newer') + '</li>' +
      '<li>' + say('火狐浏览器 Firefox 90 以上', 'Firefox 90 or newer') + '</li></ul><p>' +
      say('不会安装？请把这一页给管理员看。', 'If you cannot install one, show this page to your administrator.') + '</p></div>';
  };
  if (document.getElementById('root')) tell();
  else if (document.addEventListener) document.addEventListener('DOMContentLoaded', tell);
  else window.onload = tell;
})();
